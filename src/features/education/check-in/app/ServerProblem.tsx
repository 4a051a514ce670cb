import { Notice } from '../../../../components/Notice';
import { pathIn } from '../../../../i18n/paths';
import { type Problem, problemText } from '../../../../lib/errors';
import { signInAddress } from '../../../../lib/island';
import type { AppProps } from './app-props';

/** What went wrong with the server, and the way back in when the session has ended. */
export function ServerProblem({ problem, t, errors, locale }: AppProps & { problem: Problem }) {
  const mustSignIn = ['sign_in_first', 'staff_session_ended', 'second_factor_needed'];
  if (mustSignIn.includes(problem.code)) {
    return (
      <Notice kind="error">
        <p>{t.app.signInFirst}</p>
        <p>
          <a
            class="button"
            href={signInAddress(locale, pathIn(locale, '/check-in/'), problem.code)}
          >
            {t.app.signIn}
          </a>
        </p>
      </Notice>
    );
  }
  if (problem.code === 'not_found') return <Notice kind="error">{t.app.notHost}</Notice>;
  return <Notice kind="error">{problemText(problem, errors, locale)}</Notice>;
}
