import { useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { fill } from '../../../i18n/fill';
import { askPosition, roughPoint } from '../position';
import type { QuestionProps } from './parts';

interface Props extends QuestionProps {
  /** Names of the towns by code, in the reader's language. */
  towns: Record<string, string>;
}

/** Where it was: town, words, and the position of the device for who wishes. */
export function Where({ t, draft, change, towns }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string>();

  const usePosition = async () => {
    setIsAsking(true);
    setProblem(undefined);
    try {
      const { coords } = await askPosition();
      const point = roughPoint(coords.latitude, coords.longitude);
      if (point) change({ point });
      else setProblem(t.send.positionOutside);
    } catch {
      setProblem(t.send.positionFailed);
    } finally {
      setIsAsking(false);
    }
  };

  return (
    <div class="stack">
      <Field label={t.send.town}>
        {(ids) => (
          <select
            {...ids}
            value={draft.town}
            onChange={(event) => change({ town: event.currentTarget.value })}
          >
            <option value="">{t.anywhere}</option>
            {Object.entries(towns).map(([code, name]) => (
              <option value={code} key={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.send.place} hint={t.send.placeHint}>
        {(ids) => (
          <input
            {...ids}
            maxLength={200}
            value={draft.place}
            onInput={(event) => change({ place: event.currentTarget.value })}
          />
        )}
      </Field>
      {draft.point ? (
        <>
          <Notice kind="success">
            {fill(t.send.positionTaken, {
              latitude: draft.point.latitude.toFixed(3),
              longitude: draft.point.longitude.toFixed(3),
            })}
          </Notice>
          <button class="button quiet" type="button" onClick={() => change({ point: undefined })}>
            {t.send.positionRemove}
          </button>
        </>
      ) : (
        <>
          <button class="button quiet" type="button" disabled={isAsking} onClick={usePosition}>
            {isAsking ? t.send.positionAsking : t.send.usePosition}
          </button>
          <p class="soft">{t.send.positionNote}</p>
        </>
      )}
      {problem && <Notice kind="error">{problem}</Notice>}
    </div>
  );
}
