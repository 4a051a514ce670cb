import { useState } from 'preact/hooks';
import { Notice } from '../../../../components/Notice';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { VersionedForm } from '../../../../lib/use-versioned-form';
import { askSpot } from '../spot';
import type { PointContent } from './content';

interface Props {
  t: Dictionary['points']['desk'];
  form: Pick<VersionedForm<PointContent>, 'content' | 'change'>;
}

/** Five decimals of a degree: about a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;
const usualRadius = 100;

/** Fills in where this device is, for an editor who stands at the point. */
export function PlaceHere({ t, form }: Props) {
  const [hasFailed, setHasFailed] = useState(false);
  const fillIn = async () => {
    try {
      const { latitude, longitude } = await askSpot();
      form.change({
        latitude: rounded(latitude),
        longitude: rounded(longitude),
        radius_m: form.content.radius_m ?? usualRadius,
      });
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  };
  return (
    <>
      <div class="actions">
        <button class="button quiet" type="button" onClick={fillIn}>
          {t.here}
        </button>
      </div>
      {hasFailed && <Notice kind="error">{t.hereFailed}</Notice>}
    </>
  );
}
