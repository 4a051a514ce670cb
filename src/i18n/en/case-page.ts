import type { Dictionary } from '../zh-CN';

export const casePage: Dictionary['casePage'] = {
  timelineHeading: 'A few dates',
  place: {
    heading: 'Where it is',
    hereHeading: 'Here',
    map: 'Towns and subdistricts of this case',
    eventsHere: 'The case is here: see the events of this place',
    elsewhere: 'Not part of this case',
  },
  related: {
    heading: 'What you can do next',
    actions: 'Green actions',
    action: 'Green action “{name}”',
    events: 'Events',
    eventsOf: 'Coming events in {town}',
    allEvents: 'Coming events all over the city',
    projects: 'Projects of the plan',
    project: 'No. {number}, {years}',
  },
  issued: 'Issued on 1 June 2022',
  drawn: {
    dots: 'One dot stands for {dot}; there are {count}.',
    dotsOf: 'One dot stands for {dot}; {count} are filled. Together the {all} dots are {whole}.',
    dotsAlt: 'Dots drawn to scale, {count} of them filled',
    part: 'The last dot is smaller, for what is left over.',
    more: 'The hollow dot says that there are more.',
    nearly: 'The hollow dot says that a little is missing.',
    folded:
      'The frame is the extent of Yiwu: {northSouth} km from north to south, {eastWest} km from west to east. Laid straight, {length} km would cross it {runs} times from north to south. Each line is one crossing, on the same scale as the frame.',
    foldedAlt: 'Beside a frame, {runs} lines as tall as it is',
    squares: 'On one scale: left, {left}; right, {right}.',
    squaresAlt: 'Two squares drawn to scale',
  },
};
