/** Opens the browser's own way to print this page. */
export default function PrintButton({ label }: { label: string }) {
  return (
    <button class="button" type="button" onClick={() => print()}>
      {label}
    </button>
  );
}
