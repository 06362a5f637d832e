"""What is made of SHAP values and of models without a factor: tables, maps and reports."""
