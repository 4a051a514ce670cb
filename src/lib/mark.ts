/** The mark of the site in a square of 40: the coin's radius around its middle, the far ridge, the near one. */
export const mark = {
  rim: 18.5,
  far: 'M4 27 13.5 13l6 8 4-5.5L36 27a18.5 18.5 0 0 1-32 0Z',
  near: 'M3 23.5c4-.6 6.2 2 9.8 2.6 4.6.8 7-3.4 11.2-3.2 4.6.2 7 2.6 12.6 1.4A18.5 18.5 0 0 1 3 23.5Z',
};
