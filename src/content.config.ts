import { caseFactsCollection, caseTextsCollection } from './features/case-studies/collection';
import { indicators, organisations, projects } from './features/plan/collection';
import { resources } from './features/plan/resources/collection';

export const collections = {
  caseFacts: caseFactsCollection,
  caseTexts: caseTextsCollection,
  indicators,
  organisations,
  projects,
  ...resources,
};
