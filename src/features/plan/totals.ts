import type { TownCode } from '../../lib/towns';
import {
  type GoalCode,
  goalCodes,
  type Indicator,
  type Project,
  type ProjectType,
  projectTypeCodes,
  taskCodes,
} from './schema';

/** The sum of the stated investments, in 万元; a project without one adds nothing. */
export const totalInvestment = (projects: readonly Project[]): number =>
  projects.reduce((sum, project) => sum + (project.investment ?? 0), 0);

/** 万元 (ten thousand yuan) as 亿元 (a hundred million yuan), rounded to two places like the plan. */
export const inYi = (wan: number): number => Math.round(wan / 100) / 100;

export type TypeTotal = {
  type: ProjectType;
  projects: number;
  /** In 万元. */
  investment: number;
  /** How many of the projects state no investment; when all do, the sum 0 means “not stated”. */
  withoutInvestment: number;
};

/** One line for each of the five types, in the plan's order; investments in 万元. */
export const totalsByType = (projects: readonly Project[]): TypeTotal[] =>
  projectTypeCodes.map((type) => {
    const ofType = filterProjects(projects, { type });
    return {
      type,
      projects: ofType.length,
      investment: totalInvestment(ofType),
      withoutInvestment: ofType.filter((project) => project.investment === null).length,
    };
  });

export type ProjectFilter = { type?: ProjectType; town?: TownCode; organisation?: string };

/** The projects that meet every criterion given; with none given, all of them. */
export const filterProjects = (
  projects: readonly Project[],
  { type, town, organisation }: ProjectFilter,
): Project[] =>
  projects.filter(
    (project) =>
      (type === undefined || project.type === type) &&
      (town === undefined || project.towns.includes(town)) &&
      (organisation === undefined || project.responsible.includes(organisation)),
  );

export type TaskGroup = { task: Indicator['task']; indicators: Indicator[] };
export type GoalGroup = { goal: GoalCode; tasks: TaskGroup[] };

/** Indicators under their goals and tasks, in the plan's order; empty groups are left out. */
export const groupIndicators = (indicators: readonly Indicator[]): GoalGroup[] =>
  goalCodes
    .map((goal) => ({ goal, tasks: tasksOf(indicators.filter((row) => row.goal === goal)) }))
    .filter((group) => group.tasks.length > 0);

const tasksOf = (indicators: readonly Indicator[]): TaskGroup[] =>
  taskCodes.flatMap((code) => {
    const ofTask = indicators
      .filter((row) => row.task.code === code)
      .sort((a, b) => a.number - b.number);
    const [first] = ofTask;
    return first ? [{ task: first.task, indicators: ofTask }] : [];
  });
