export const checkIn = {
  errors: {},
};
