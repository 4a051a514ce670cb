// Where the crash tests run: a data folder and ports of their own, unless the environment names others.
const defaults = {
  PORT: '4821',
  API_PORT: '25821',
  DB_PORT: '25822',
  MAIL_PORT: '25824',
  DATA_DIR: '.data-test-crash',
};
for (const [name, value] of Object.entries(defaults)) process.env[name] ||= value;

/** How often each part is killed; `npm run crash` asks for 20. */
export const kills = Number(process.env.KILLS || 2);
/** How many clients are at work. */
export const clients = 16;
