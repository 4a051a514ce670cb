import type { z } from 'zod';
import type { Locale } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import type { CaseStudy } from '../case-studies/load';
import type { Indicator, Organisation, Project } from '../plan/schema';
import type { SnapshotContent } from '../satisfaction/snapshot/content';
import { licence as coinLicence, dataFiles } from '../transparency/data/files';
import { asMoment, type SessionRow } from './api';
import { at, chinese, english, head, ownSource, pages, planSource } from './head';
import type * as schema from './schema';

// What each file holds, from what the site itself shows.

/** The bodies of some codes, each with its code. */
const named = (codes: readonly string[], bodies: ReadonlyMap<string, Organisation>) =>
  codes.flatMap((id) => {
    const body = bodies.get(id);
    return body ? [{ id, ...body }] : [];
  });

export const casesDocument = (
  inChinese: readonly CaseStudy[],
  inEnglish: readonly CaseStudy[],
  site: URL,
): z.input<typeof schema.cases> => ({
  ...head(site, 'cases', planSource),
  items: inChinese.map(({ slug, path, title, summary, facts }) => {
    const { vignette, related, figures, ...rest } = facts;
    const twin = inEnglish.find((one) => one.slug === slug);
    return {
      id: slug,
      url: pages(site, path),
      title: { zh: title, en: twin?.title ?? title },
      summary: { zh: summary, en: twin?.summary ?? summary },
      ...rest,
      figures: figures.map(({ drawing, ...figure }) => figure),
    };
  }),
});

export const indicatorsDocument = (
  rows: readonly Indicator[],
  bodies: ReadonlyMap<string, Organisation>,
  site: URL,
): z.input<typeof schema.indicators> => ({
  ...head(site, 'indicators', planSource),
  items: rows.map(({ departments, ...row }) => ({
    id: `indicator-${row.number}`,
    url: pages(site, `/indicators/#indicator-${row.number}`),
    section: '表 7',
    ...row,
    departments: named(departments, bodies),
  })),
});

export const projectsDocument = (
  rows: readonly Project[],
  bodies: ReadonlyMap<string, Organisation>,
  site: URL,
): z.input<typeof schema.projects> => ({
  ...head(site, 'projects', planSource),
  items: rows.map(({ responsible, ...row }) => ({
    id: `project-${row.number}`,
    url: pages(site, `/projects/#project-${row.number}`),
    section: '附件',
    ...row,
    responsible: named(responsible, bodies),
  })),
});

const sessionOf = (row: SessionRow) => ({
  id: row.session_id,
  startsAt: asMoment(row.starts_at),
  endsAt: asMoment(row.ends_at),
  place: { zh: row.place_zh, en: row.place_en },
  capacity: row.capacity,
  seatsFree: row.seats_free,
  isCancelled: row.session_status === 'cancelled' || row.event_status === 'cancelled',
});

export const eventsDocument = (
  rows: readonly SessionRow[],
  site: URL,
): z.input<typeof schema.events> => ({
  ...head(site, 'events', ownSource('events')),
  items: [...Map.groupBy(rows, ({ slug }) => slug)].flatMap(([slug, sessions]) => {
    const [row] = sessions;
    if (!row) return [];
    return {
      id: slug,
      url: pages(site, `/events/${slug}/`),
      kind: row.kind,
      theme: row.theme === 'none' ? null : row.theme,
      title: { zh: row.title_zh, en: row.title_en },
      summary: { zh: row.summary_zh, en: row.summary_en },
      languages: row.languages,
      minimumAge: row.minimum_age,
      maximumAge: row.maximum_age,
      town: row.town_code,
      base: {
        id: row.base_slug,
        url: pages(site, `/bases/${row.base_slug}/`),
        zh: row.base_name_zh,
        en: row.base_name_en,
      },
      publishedAt: asMoment(row.published_at),
      isDemo: row.is_demo,
      sessions: sessions.map(sessionOf),
    };
  }),
});

export const coinsDocument = (site: URL): z.input<typeof schema.coins> => {
  const [zh, en] = [chinese.transparencyData.files, english.transparencyData.files];
  return {
    ...head(site, 'coins', ownSource('coins')),
    licence: coinLicence.id,
    items: (Object.keys(dataFiles) as (keyof typeof dataFiles)[]).map((id) => ({
      id,
      title: { zh: zh[id].title, en: en[id].title },
      what: { zh: zh[id].what, en: en[id].what },
      csv: at(site, `/transparency/data/${id}.csv`),
      json: at(site, `/transparency/data/${id}.json`),
      columns: { ...dataFiles[id] },
    })),
  };
};

/** A released figure, as the room of satisfaction reads it. */
interface Released {
  id: string;
  replaces: string | null;
  replacedBy: string | null;
  content: SnapshotContent;
  sha256: string;
  releasedAt: string;
}

const ends = <Value extends { value: number; low: number; high: number }>({
  value,
  low,
  high,
}: Value) => ({ value, low, high });

export const satisfactionDocument = (
  releases: readonly Released[],
  site: URL,
): z.input<typeof schema.satisfaction> => ({
  ...head(site, 'satisfaction', ownSource('satisfaction')),
  items: releases.map(({ id, content, ...release }) => {
    const { measures } = content.figures.overall;
    return {
      id,
      url: pages(site, `/satisfaction/releases/${id}/`),
      title: content.wave.title,
      series: content.wave.series,
      opensOn: content.wave.opens_on,
      closesOn: content.wave.closes_on,
      isDemo: content.wave.is_demo,
      releasedAt: asMoment(release.releasedAt),
      replaces: release.replaces,
      replacedBy: release.replacedBy,
      sha256: release.sha256,
      content: at(site, `/satisfaction/data/${id}.json`),
      overall: measures && { valid: measures.valid, share: ends(measures.share) },
    };
  }),
});

/** What the feed says in one language. */
export interface FeedWords {
  title: string;
  description: string;
  caseTag: string;
  eventTag: string;
  /** The coming sessions of an event in words, a line each. */
  lines: (sessions: readonly SessionRow[]) => string[];
}

/** Cases and coming events in one language. The cases come without a date: a made-up one would make readers lie. */
export function feedDocument(
  cases: readonly Pick<CaseStudy, 'path' | 'title' | 'summary'>[],
  rows: readonly SessionRow[],
  { locale, words, site, now }: { locale: Locale; words: FeedWords; site: URL; now: Date },
): z.input<typeof schema.feed> {
  const say = (zh: string, en: string) => (locale === 'en' ? en : zh);
  const address = (path: string) => at(site, pathIn(locale, path));
  const coming = rows.filter(({ ends_at }) => Date.parse(asMoment(ends_at)) > now.getTime());
  const events = [...Map.groupBy(coming, ({ slug }) => slug)].flatMap(([slug, sessions]) => {
    const [row] = sessions;
    if (!row) return [];
    const url = address(`/events/${slug}/`);
    const summary = say(row.summary_zh, row.summary_en);
    return {
      id: url,
      url,
      title: say(row.title_zh, row.title_en),
      summary,
      content_text: [summary, ...words.lines(sessions)].join('\n'),
      date_published: asMoment(row.published_at),
      tags: [words.eventTag],
    };
  });
  const newestFirst = events.toSorted((one, other) =>
    other.date_published.localeCompare(one.date_published),
  );
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: words.title,
    home_page_url: address('/'),
    feed_url: address('/data/feed.json'),
    description: words.description,
    language: locale,
    items: [
      ...newestFirst,
      ...cases.map(({ path, title, summary }) => ({
        id: address(path),
        url: address(path),
        title,
        summary,
        content_text: summary,
        tags: [words.caseTag],
      })),
    ],
  };
}
