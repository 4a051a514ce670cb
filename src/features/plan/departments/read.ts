import type { Indicator, Organisation, Project } from '../schema';
import { readIndicators, readOrganisations, readProjects } from '../tables';

export interface Department {
  code: string;
  body: Organisation;
  /** The figures it supplies, alone or with others. */
  indicators: Indicator[];
  /** The projects it answers for, alone or with others. */
  projects: Project[];
}

/** Every body that is not a town, in the plan's order; towns have pages of their own. */
export async function readDepartments(): Promise<Department[]> {
  const [bodies, indicators, projects] = await Promise.all([
    readOrganisations(),
    readIndicators(),
    readProjects(),
  ]);
  return [...bodies]
    .filter(([, { kind }]) => kind !== 'town')
    .map(([code, body]) => ({
      code,
      body,
      indicators: indicators.filter(({ departments }) => departments.includes(code)),
      projects: projects.filter(({ responsible }) => responsible.includes(code)),
    }));
}

/** What `getStaticPaths` of their pages answers. */
export const departmentPaths = async () =>
  (await readDepartments()).map(({ code }) => ({ params: { code } }));
