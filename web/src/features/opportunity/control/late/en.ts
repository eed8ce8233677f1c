import type zh from './zh'

export default {
  withdrawn: 'Withdrawn: later moves do without it. It let a move through, so it stays counted.',
  countsNote: 'Those that let a move through stay counted when they are withdrawn.',
} satisfies typeof zh
