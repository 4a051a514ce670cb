import type { VersionWords } from '../../../components/VersionNotes';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import type { DeskItem } from './api';

/** What every part of the desk's page of one report is given. */
export interface DeskProps extends IslandProps {
  t: Dictionary['feedback'];
  words: VersionWords;
  /** Names by code, in the reader's language. */
  towns: Record<string, string>;
  departments: Record<string, string>;
  item: DeskItem;
  /** Takes over what is stored now. */
  setItem: (item: DeskItem) => void;
}
