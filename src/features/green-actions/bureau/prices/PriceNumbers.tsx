import { Field } from '../../../../components/Field';
import { numbers, type PriceDraft } from './price-draft';

type NumberName = (typeof numbers)[number][0];
interface Props {
  labels: Record<NumberName, string>;
  draft: PriceDraft;
  onChange: (name: NumberName, value: number) => void;
}

/** The numbers of a price; the least quantity only of what partners hand in. */
export function PriceNumbers({ labels, draft, onChange }: Props) {
  return numbers
    .filter(([name]) => name !== 'minimum_quantity' || draft.proof === 'import')
    .map(([name, least, most]) => (
      <Field label={labels[name]} key={name}>
        {(ids) => (
          <input
            {...ids}
            type="number"
            inputmode="numeric"
            min={least}
            max={most}
            value={Number.isFinite(draft[name]) ? draft[name] : ''}
            onInput={(event) => onChange(name, event.currentTarget.valueAsNumber)}
          />
        )}
      </Field>
    ));
}
