import { pathIn } from '../i18n/paths';
import { type Problem, problemText } from '../lib/errors';
import { type IslandProps, signInAddress } from '../lib/island';
import { Notice } from './Notice';

interface Props extends IslandProps {
  problem: Problem;
}

const here = () => `${location.pathname}${location.search}`;

/** Says what went wrong and, when it was the session, leads to signing in and back to here. */
export function ProblemNotice({ problem, errors, locale }: Props) {
  const mustSignIn = problem.code === 'sign_in_first' || problem.code === 'staff_session_ended';
  return (
    <Notice kind="error">
      <p>{problemText(problem, errors, locale)}</p>
      {mustSignIn && (
        <p>
          <a href={signInAddress(locale, here(), problem.code)}>{errors.sign_in_again}</a>
        </p>
      )}
      {problem.code === 'second_factor_needed' && (
        <p>
          <a
            href={`${pathIn(locale, '/account/')}?next=${encodeURIComponent(here())}#second-factor`}
          >
            {errors.to_second_factor}
          </a>
        </p>
      )}
    </Notice>
  );
}
