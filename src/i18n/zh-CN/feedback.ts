export const feedback = {
  errors: {},
};
