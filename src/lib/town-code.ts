import { z } from 'zod';
import { townCodes } from './towns';

/** The code of a town or street, as content and addresses name it. On the server: islands get no validator. */
export const townCode = z.enum(townCodes);
