import type zh from './zh'

export default {
  title: 'Lessons',
  none: 'No lessons yet',
  noneReason: 'What people write when an opportunity is lost, won or abandoned stands here, and on open opportunities that are like it.',
  publish: 'Publish',
  publishNote:
    'All colleagues with the permission then read title and text, but not of which opportunity. Make sure that nothing in it should stay inside, such as the name of a customer. The text is changed in the review of the opportunity; after a change it has to be published anew.',
  publishTitle: 'Title',
  withdraw: 'Take back',
  withdrawAsk: 'Only those who see the opportunity will see this lesson.',
} satisfies typeof zh
