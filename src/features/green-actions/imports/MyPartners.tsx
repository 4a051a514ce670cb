import { useState } from 'preact/hooks';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { fill } from '../../../i18n/fill';
import { inLocale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import type { Client } from '../../../lib/supabase/client';
import { useTask } from '../../../lib/use-task';
import { joinPartner, leavePartner, type Membership, type Partner, readMyPartners } from './api';
import { PartnerCard } from './PartnerCard';

interface Props extends IslandProps {
  t: Dictionary['imports']['mine'];
  demo: string;
  partners: Partner[];
  memberships: Membership[];
  /** What each action is called in the reader's language, by code. */
  actions: Record<string, string>;
}

/** The partners one may join, and one's codes with those one has joined. */
export default function MyPartners({
  t,
  demo,
  errors,
  locale,
  partners,
  actions,
  ...props
}: Props) {
  const [memberships, setMemberships] = useState(props.memberships);
  const [done, setDone] = useState('');
  const { busy, problem, run } = useTask();
  const nameOf = (one: { name_zh: string; name_en: string }) =>
    inLocale({ zh: one.name_zh, en: one.name_en }, locale);

  /** Does something, looks at what came of it, and says so. */
  const change = (act: (client: Client) => Promise<unknown>, words: string) =>
    run(async () => {
      setDone('');
      const client = await browserClient();
      await act(client);
      setMemberships(await readMyPartners(client));
      setDone(words);
    });
  const card = (id: string, name: string, partner?: Partner) => (
    <PartnerCard
      key={id}
      {...{ t, locale, name, busy }}
      {...(partner && {
        what: fill(t.what, {
          action: actions[partner.action_code] ?? partner.action_code,
          unit: inLocale({ zh: partner.unit_zh, en: partner.unit_en }, locale),
        }),
      })}
      tag={partner?.is_demo ? demo : undefined}
      membership={memberships.find(({ partner_id }) => partner_id === id)}
      onJoin={() => change((client) => joinPartner(client, id), fill(t.joined, { name }))}
      onLeave={() => change((client) => leavePartner(client, id), fill(t.left, { name }))}
    />
  );
  const closed = memberships.filter(({ partner_id }) =>
    partners.every(({ id }) => id !== partner_id),
  );
  return (
    <Form>
      {done && <Notice kind="success">{done}</Notice>}
      {problem && <ProblemNotice {...{ problem, errors, locale }} />}
      <div class="partner-cards">
        {partners.map((partner) => card(partner.id, nameOf(partner), partner))}
        {closed.map((membership) => card(membership.partner_id, nameOf(membership)))}
      </div>
    </Form>
  );
}
