import { useState } from 'preact/hooks';

interface Props {
  address: string;
  label: string;
  copied: string;
}

/** Puts an address on the clipboard; shows it to be copied by hand where a browser does not allow that. */
export default function CopyLink({ address, label, copied }: Props) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setSaid(copied),
      () => setSaid(address),
    );
  return (
    <>
      <button class="button quiet" type="button" onClick={copy}>
        {label}
      </button>
      <span role="status" class="soft">
        {said}
      </span>
    </>
  );
}
