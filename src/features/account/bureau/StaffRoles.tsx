import { useState } from 'preact/hooks';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { grantRole, readStaff, revokeRole, type StaffMember } from './api';
import { GrantForm } from './GrantForm';
import { type Places, placeOf, type RoleGrant } from './scope';

interface Props extends IslandProps {
  t: Dictionary['bureau'];
  staff: StaffMember[];
  /** What a role can be limited to, named in the reader's language. */
  places: Places;
  /** Whose own roles nobody may give: the reader's id. */
  residentId: string;
}

/** Who works here as what and where, and the form that gives a role. For administrators. */
export default function StaffRoles({ t, errors, locale, places, residentId, ...initial }: Props) {
  const [staff, setStaff] = useState(initial.staff);
  const [said, setSaid] = useState<string>();
  const { busy, problem, run } = useTask();

  const change = (
    what: (client: Awaited<ReturnType<typeof browserClient>>) => Promise<void>,
    words: string,
  ) =>
    run(async () => {
      setSaid(undefined);
      const client = await browserClient();
      await what(client);
      setStaff(await readStaff(client));
      setSaid(words);
    });
  const grant = (given: RoleGrant, done: () => void) =>
    change(async (client) => {
      await grantRole(client, given);
      done();
    }, t.granted);
  const revoke = (member: StaffMember) =>
    change((client) => revokeRole(client, member.id), t.revoked);

  return (
    <section class="section stack">
      <h2>{t.rolesHeading}</h2>
      <p>{t.rolesHint}</p>
      <GrantForm t={t} places={places} busy={busy} onGrant={grant}>
        {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
        {said && <Notice kind="success">{said}</Notice>}
      </GrantForm>
      {staff.length === 0 && <p>{t.noStaff}</p>}
      <Form>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t.email}</th>
                <th scope="col">{t.role}</th>
                <th scope="col">{t.place}</th>
                <th scope="col">{t.actions}</th>
              </tr>
            </thead>
            <tbody>
              {staff.map((member) => {
                const place = placeOf(member, places) ?? t.everywhere;
                return (
                  <tr key={member.id}>
                    <td translate={false}>
                      {member.email}
                      {member.resident_id === residentId && ` ${t.you}`}
                    </td>
                    <td>{t.roles[member.role]}</td>
                    <td>{place}</td>
                    <td>
                      <button
                        class="button quiet"
                        type="button"
                        disabled={busy}
                        onClick={() => revoke(member)}
                      >
                        {t.revoke}
                        <span class="hidden-visually">
                          {fill(t.revokeWhat, {
                            email: member.email,
                            role: t.roles[member.role],
                            place,
                          })}
                        </span>
                      </button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </Form>
    </section>
  );
}
