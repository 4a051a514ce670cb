/**
 * The folder of the index, new with every build: so it may be kept for ever, as all of `/_astro/`.
 * @param {string} buildId
 */
export const indexFolder = (buildId) => `/_astro/search-${buildId.replace(/[^\w-]/g, '-')}/`;
