"""What a picture shows: embedding, boxes, recognition, colours, search by picture."""
