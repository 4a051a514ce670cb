import { useEffect, useRef, useState } from 'preact/hooks';
import { draftStore } from '../../../lib/draft';
import { Refusal } from '../../../lib/errors';
import { anonymousClient, browserClient } from '../../../lib/supabase/browser';
import { hasSessionCookie } from '../../../lib/supabase/session';
import { useTask } from '../../../lib/use-task';
import { submitFeedback, uploadPhoto } from '../api';
import type { Draft, Kind, Receipt } from '../schema';

const emptyDraft = (): Draft => ({
  key: crypto.randomUUID(),
  body: '',
  town: '',
  place: '',
  photos: 0,
  contact: '',
  withAccount: false,
  wantsPublic: false,
});

/** A report being written and sent: kept on the device until it has arrived, photos in memory only. */
export function useReport(askedKind: Kind | undefined) {
  const store = useRef(draftStore<Partial<Draft>>('feedback', true));
  const sentStore = useRef(draftStore<Receipt>('feedback:sent'));
  const [draft, setDraft] = useState<Draft>();
  const [photos, setPhotos] = useState<Blob[]>([]);
  const [arrived, setArrived] = useState(0);
  const [receipt, setReceipt] = useState<Receipt>();
  const [areLost, setAreLost] = useState(false);
  const [isSignedIn, setIsSignedIn] = useState(false);
  // A key that was sent once names what was sent with it: other content takes another key.
  const wasTried = useRef(false);
  const task = useTask();

  useEffect(() => {
    const signedIn = hasSessionCookie(document.cookie);
    const kept = store.current.read();
    // What an older version of the page kept may lack a field.
    const begun = { ...emptyDraft(), withAccount: signedIn, ...kept };
    setIsSignedIn(signedIn);
    setAreLost(begun.photos > 0);
    wasTried.current = kept !== undefined;
    setDraft({
      ...begun,
      photos: 0,
      withAccount: begun.withAccount && signedIn,
      ...(askedKind ? { kind: askedKind } : {}),
    });
    setReceipt(sentStore.current.read());
  }, [askedKind]);

  const change = (part: Partial<Draft>) => {
    if (!draft) return;
    const key = wasTried.current ? crypto.randomUUID() : draft.key;
    wasTried.current = false;
    const next = { ...draft, key, ...part };
    setDraft(next);
    store.current.write(next);
    task.setProblem(undefined);
  };
  const choosePhotos = (chosen: Blob[]) => {
    setPhotos(chosen);
    change({ photos: chosen.length });
  };
  const begin = () => {
    store.current.clear();
    sentStore.current.clear();
    setPhotos([]);
    setArrived(0);
    setReceipt(undefined);
    setDraft({ ...emptyDraft(), withAccount: isSignedIn });
  };

  const sendPhotos = async (folder: string, from: number) => {
    const client = await anonymousClient();
    for (const [index, photo] of photos.entries()) {
      if (index < from) continue;
      await uploadPhoto(client, folder, index + 1, photo);
      setArrived(index + 1);
    }
  };
  const send = () =>
    task.run(async () => {
      if (!draft?.kind) throw new Refusal({ code: 'kind_missing', values: {} });
      wasTried.current = true;
      // Who asks not to be known is not asked who they are: that call carries no token.
      const client = await (draft.withAccount ? browserClient() : anonymousClient());
      const sent = await submitFeedback(client, draft.kind, draft);
      store.current.clear();
      sentStore.current.write(sent);
      setReceipt(sent);
      // The words have arrived; what happens to the photos is said beside the receipt.
      await sendPhotos(sent.photo_folder, 0).catch(() => {});
    });
  const sendRest = () =>
    task.run(async () => {
      if (receipt) await sendPhotos(receipt.photo_folder, arrived);
    });

  return {
    ...task,
    draft,
    /** The draft, or an empty one before the device has been asked: the form stands at its height from the start. */
    shown: draft ?? { ...emptyDraft(), ...(askedKind ? { kind: askedKind } : {}) },
    change,
    photos,
    choosePhotos,
    areLost,
    isSignedIn,
    receipt,
    missing: photos.length - arrived,
    begin,
    send,
    sendRest,
  };
}
