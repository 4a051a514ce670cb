import { fill } from '../../../i18n/fill';
import type { Draft } from '../schema';
import type { Question, Words } from './parts';

interface Props {
  t: Words;
  draft: Draft;
  towns: Record<string, string>;
  goTo: (question: Question) => void;
}

/** All answers once more, each with the way back to it. */
export function Check({ t, draft, towns, goTo }: Props) {
  const { send } = t;
  const rows: [Question, string, string][] = [
    ['kind', send.kind, draft.kind ? t.kinds[draft.kind] : send.none],
    ['body', send.body, draft.body],
    [
      'where',
      send.where,
      [
        towns[draft.town] ?? t.anywhere,
        draft.place,
        draft.point &&
          fill(send.positionTaken, {
            latitude: draft.point.latitude.toFixed(3),
            longitude: draft.point.longitude.toFixed(3),
          }),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    [
      'photos',
      send.photos,
      draft.photos > 0 ? fill(send.photosCount, { n: draft.photos }) : send.noPhotos,
    ],
    [
      'contact',
      send.contact,
      [draft.contact, draft.withAccount ? send.mine : send.nobody].filter(Boolean).join(' · '),
    ],
    ['contact', send.wantsPublic, draft.wantsPublic ? send.yes : send.no],
  ];
  return (
    <dl class="feedback-answers">
      {rows.map(([question, name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span class="feedback-words">{value}</span>{' '}
            <button class="button quiet" type="button" onClick={() => goTo(question)}>
              {send.change}
              <span class="hidden-visually"> {name}</span>
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
