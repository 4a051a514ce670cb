export const education = {
  errors: {},
};
