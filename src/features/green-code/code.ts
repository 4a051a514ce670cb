/** A code a resident shows somewhere: at the gate of an event, or at a shop. */
export interface ShownCode {
  kind: 'registration' | 'voucher';
  /** What it is for. */
  title: string;
  /** Where it is shown. */
  place: string;
  /** When it is needed, or until when it is good (ISO 8601); null for always. */
  moment: string | null;
  code: string;
  /** The code in groups, as it is read aloud. */
  spelled: string;
  /** The page that says more. */
  address: string;
}

/** The order in which codes are needed: whatever comes or ends first stands first. */
export const inOrder = (codes: readonly ShownCode[]): ShownCode[] =>
  codes.toSorted((one, other) => timeOf(one) - timeOf(other));

const timeOf = ({ moment }: ShownCode): number =>
  moment === null ? Number.POSITIVE_INFINITY : Date.parse(moment);
