/** Whether a text says nothing: the same blanks as `survey_private.is_blank`. */
export const isBlank = (text: string): boolean => /^[ \t\n\r\u3000]*$/.test(text);

/** How many characters a text has, as the database counts them: whole ones, not halves of a pair. */
export const lengthOf = (text: string): number => [...text].length;
