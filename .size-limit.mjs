// `npm run budgets`: what pages may weigh, on the build in SITE_DIR (dist unless set).
import { readConfig } from './supabase/local/config.ts';
import { budgets } from './tests/bench/budgets.ts';

export default budgets(readConfig().siteDir);
