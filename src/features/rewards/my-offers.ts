import { browserClient } from '../../lib/supabase/browser';
import { hasSessionCookie } from '../../lib/supabase/session';
import { readMyOffers } from './api';
import type { MyOffer } from './offer';

let asked: Promise<Map<string, MyOffer>> | undefined;

/** What the offers are to the reader, by reward; asked once a page, and empty before they have signed in. */
export function myOffers(): Promise<Map<string, MyOffer>> {
  asked ??= hasSessionCookie(document.cookie)
    ? browserClient()
        .then(readMyOffers)
        .then((offers) => new Map(offers.map((offer) => [offer.reward_id, offer])))
    : Promise.resolve(new Map());
  return asked;
}
