import { useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { grantRole, readStaff, revokeRole, type StaffMember } from './api';

interface Props extends IslandProps {
  t: Dictionary['bureau'];
  staff: StaffMember[];
  /** The merchants a merchant role can be at, named in the reader's language. */
  merchants: { id: string; name: string }[];
}

type Role = keyof Dictionary['bureau']['roles'];

export default function StaffRoles({ t, errors, locale, merchants, ...initial }: Props) {
  const [staff, setStaff] = useState(initial.staff);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('moderator');
  const [merchantId, setMerchantId] = useState(merchants[0]?.id);
  const [said, setSaid] = useState<string>();
  const { busy, problem, run } = useTask();

  const grant = () =>
    run(async () => {
      setSaid(undefined);
      const client = await browserClient();
      await grantRole(client, email, role, role === 'merchant' ? merchantId : undefined);
      setStaff(await readStaff(client));
      setSaid(t.granted);
      setEmail('');
    });
  const revoke = (member: StaffMember) =>
    run(async () => {
      setSaid(undefined);
      const client = await browserClient();
      await revokeRole(client, member);
      setStaff(await readStaff(client));
      setSaid(t.revoked);
    });

  return (
    <section class="section stack">
      <h2>{t.rolesHeading}</h2>
      <Form onSubmit={grant}>
        <Field label={t.email}>
          {(ids) => (
            <input
              {...ids}
              type="email"
              required
              autocomplete="off"
              value={email}
              onInput={(event) => setEmail(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t.role}>
          {(ids) => (
            <select
              {...ids}
              value={role}
              onChange={(event) => setRole(event.currentTarget.value as Role)}
            >
              {Object.entries(t.roles).map(([code, name]) => (
                <option value={code} key={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {role === 'merchant' && (
          <Field label={t.merchant}>
            {(ids) => (
              <select
                {...ids}
                value={merchantId}
                onChange={(event) => setMerchantId(event.currentTarget.value)}
              >
                {merchants.map(({ id, name }) => (
                  <option value={id} key={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
        {said && <Notice kind="success">{said}</Notice>}
        <button class="button" type="submit" disabled={busy}>
          {t.grant}
        </button>
      </Form>
      {staff.length === 0 && <p>{t.noStaff}</p>}
      <Form>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t.email}</th>
                <th scope="col">{t.role}</th>
                <th scope="col">{t.actions}</th>
              </tr>
            </thead>
            <tbody>
              {staff.map((member) => (
                <tr key={member.id}>
                  <td translate={false}>{member.email}</td>
                  <td>
                    {t.roles[member.role]}
                    {member.merchant_id &&
                      ` · ${merchants.find(({ id }) => id === member.merchant_id)?.name ?? ''}`}
                  </td>
                  <td>
                    <button
                      class="button quiet"
                      type="button"
                      disabled={busy}
                      onClick={() => revoke(member)}
                    >
                      {t.revoke}
                      <span class="hidden-visually">
                        {member.email} {t.roles[member.role]}
                      </span>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Form>
    </section>
  );
}
