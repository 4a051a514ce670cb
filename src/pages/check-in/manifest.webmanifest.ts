import { manifestOf } from '../../features/education/check-in/manifest';

export const GET = () => new Response(manifestOf('zh-CN'));
