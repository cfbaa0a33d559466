"""What a person does, one file each; a workflow joins the middle rooms."""
