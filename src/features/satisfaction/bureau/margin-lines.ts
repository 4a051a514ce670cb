/** A row as it is sent; what is typed wrong goes along, so that the database says which it is. */
export interface MarginLine {
  variable: string;
  level: string;
  population: number | null;
}

/** The rows of a text of lines `variable,level,population`, with or without a line of heads. */
export const marginLines = (text: string): MarginLine[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== 'variable,level,population')
    .map((line) => {
      const [variable = '', level = '', population = ''] = line
        .split(/[,，\t]/)
        .map((cell) => cell.trim());
      return {
        variable,
        level,
        population: /^\d{1,9}$/.test(population) ? Number(population) : null,
      };
    });
