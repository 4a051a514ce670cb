export const inbox = {
  errors: {},
};
