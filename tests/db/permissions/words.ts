// The words in which the permission matrix is written.
import type { Caller } from '../../support/database.ts';

export const actors = [
  'anonymous',
  'owner',
  'resident',
  'merchant',
  'moderator',
  'townModerator',
  'editor',
  'host',
  'analyst',
  'interviewer',
  'administrator',
] as const;
export type Actor = (typeof actors)[number];

/**
 * What somebody reaches of a table.
 * refused: PostgreSQL says 42501. nothing: it may be asked, and no row is theirs.
 * own: their own rows. scope: those and what their role is limited to. open: rows that are open.
 * all: every row.
 */
export type Reach = 'refused' | 'nothing' | 'own' | 'scope' | 'open' | 'all';
export type Reaches = Record<Actor, Reach>;

export const everyone = (reach: Reach): Reaches =>
  Object.fromEntries(actors.map((actor) => [actor, reach])) as Reaches;
export const nobody = everyone('refused');
/** Everybody with an account, the staff among them as residents; some of the staff differ. */
export const signedIn = (reach: Reach, staff: Partial<Reaches> = {}): Reaches => ({
  ...everyone(reach),
  anonymous: 'refused',
  ...staff,
});

export interface Relation {
  select: Reaches;
  insert: Reaches;
  update: Reaches;
  delete: Reaches;
  /** Which rows are somebody's own; $1 is their id. */
  own?: string;
  /** Which rows are within the limits of a role, their own among them; $1 is their id. */
  scope?: string;
  /** Which rows are open. */
  open?: string;
  /** The table behind a view, or behind what clients see of one, where its rows are counted. */
  behind?: string;
  /** Columns that may be named; where left out, all of them. */
  columns?: { select?: string[]; insert?: string[]; update?: string[] };
  /** A row that somebody ($1) adds for themselves, and one for somebody else ($2). */
  adds?: { own: string; others: string };
}

export const closed = { select: nobody, insert: nobody, update: nobody, delete: nobody };
export const readOnly = (select: Reaches, rest: Partial<Relation> = {}): Relation => ({
  ...closed,
  select,
  ...rest,
});
export const own = 'resident_id = $1';

/** A bucket of the storage: rows of storage.objects, whose grants are the platform's own. */
export type Bucket = Relation & { settings: Record<string, unknown> };

export const roles = ['anon', 'authenticated', 'service_role'] as const;
export type Role = (typeof roles)[number];

export const clients: Role[] = ['anon', 'authenticated'];
export const residents: Role[] = ['authenticated'];
export const allRoles: Role[] = [...roles];
export const noRole: Role[] = [];

/**
 * What a call answers: "answers" if it runs, "permission denied" if PostgreSQL refuses it, otherwise
 * the code of the refusal. The arguments are such that whoever is let in meets the code named here.
 */
export interface Call {
  sql: string;
  answer: Record<Actor, string>;
}

export const forEveryone = (answer: string): Call['answer'] =>
  Object.fromEntries(actors.map((actor) => [actor, answer])) as Call['answer'];
export const forResidents = (answer: string): Call['answer'] => ({
  ...forEveryone(answer),
  anonymous: 'permission denied',
});
/** Some of the staff get in; to all others with an account it is as if nothing were there. */
export const forStaff = (those: Actor | Actor[], answer: string): Call['answer'] => ({
  ...forResidents('not_found'),
  ...Object.fromEntries([those].flat().map((actor) => [actor, answer])),
});
export const forNobody = forEveryone('permission denied');

export interface Callable {
  granted: Role[];
  /** Left out where nothing more is learnt from calling than from the grant. */
  call?: Call;
}

/** A function of the API for signed-in people and its body: both let in the same ones. */
export const pair = (
  name: string,
  args: string,
  values: string,
  answer: Call['answer'],
): Record<string, Callable> =>
  Object.fromEntries(
    ['public', 'private'].map((schema) => [
      `${schema}.${name}(${args})`,
      { granted: residents, call: { sql: `select * from ${schema}.${name}(${values})`, answer } },
    ]),
  );

export const key = `'00000000-0000-4000-8000-000000000000'`;

/** The members of staff among the actors. */
export type Staff = Record<
  Exclude<Actor, 'anonymous' | 'owner' | 'resident'>,
  Caller & { id: string }
>;

/** What one room adds to the matrix; permissions.expected.ts puts the rooms together. */
export interface RoomPermissions {
  relations?: Record<string, Relation>;
  buckets?: Record<string, Bucket>;
  functions?: Record<string, Callable>;
  /** Schemas of the room, and the roles that may look into them. Nobody may add to them. */
  schemas?: Record<string, Role[]>;
  /** Tables that the secret key reads; it writes none. */
  readWithSecretKey?: string[];
  /** Gives somebody a row of their own in every table of the room that has an owner. */
  leaveTraces?: (caller: Caller & { id: string }, staff: Staff) => Promise<void>;
}
