import { problemOf, Refusal } from './errors';

/** Does something whose refusal may name a field, and calls that field as the form does. */
export async function namingFields<Result>(
  labelOf: (field: string) => string,
  task: () => Promise<Result>,
): Promise<Result> {
  try {
    return await task();
  } catch (error) {
    const { code, values } = problemOf(error);
    if (typeof values.field !== 'string') throw error;
    throw new Refusal({ code, values: { ...values, field: labelOf(values.field) } });
  }
}
