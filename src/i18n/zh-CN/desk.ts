export const desk = {
  errors: {},
};
