import type { Language } from '../../words.js';

const fault = {
  title: 'Un problème est survenu',
  hint: 'Réessayez. Si cela persiste, rechargez la page.',
};
const soon = 'Réessayez dans un instant.';
const connection = 'Vérifiez votre connexion et réessayez.';

export const errors: Language['errors'] = {
  unauthorized: {
    title: 'Votre invitation n’est pas valable',
    hint: 'Elle a peut-être expiré. Rouvrez la page ou demandez un nouveau lien.',
  },
  'origin-not-allowed': {
    title: 'Ce site ne peut pas ouvrir la salle',
    hint: 'Le propriétaire du site doit ajouter cette adresse aux origines autorisées (allowed origins) du serveur.',
  },
  'not-allowed': {
    title: 'Vous ne pouvez pas faire cela ici',
    hint: 'Demandez-en le droit à l’auteur de l’invitation.',
  },
  'room-closed': { title: 'La salle est fermée', hint: 'Personne d’autre ne peut entrer.' },
  removed: {
    title: 'On vous a fait sortir de la salle',
    hint: 'Demandez un nouveau lien à l’auteur de l’invitation.',
  },
  'no-such-call': { title: 'Cet appel est terminé', hint: 'Rappelez si vous le souhaitez.' },
  'no-such-participant': { title: 'Cette personne n’est plus là', hint: 'Il est peut-être trop tard.' },
  'in-a-call': { title: 'Vous êtes déjà en appel', hint: 'Raccrochez d’abord.' },
  'wrong-kind': {
    title: 'Ce n’est pas possible dans cette salle',
    hint: 'Adressez-vous à la personne qui a créé la salle.',
  },
  'room-full': { title: 'La salle est pleine', hint: 'Réessayez lorsque quelqu’un sera parti.' },
  'protocol-unsupported': {
    title: 'Cette page n’est plus à jour',
    hint: 'Rechargez la page pour obtenir la version actuelle.',
  },
  'bad-message': fault,
  'unknown-message': fault,
  'no-such-link': fault,
  'relay-only': fault,
  'queue-full': { title: 'Quelqu’un n’a pas pu être joint', hint: soon },
  'rate-limited': { title: 'Trop de tentatives', hint: 'Patientez un instant, puis réessayez.' },
  'server-stopping': { title: 'Le serveur redémarre', hint: soon },
  internal: { title: 'Le serveur rencontre un problème', hint: soon },
  'token-missing': {
    title: 'Il n’y a pas d’invitation',
    hint: 'La page doit fournir un jeton à la salle. Si vous lisez ceci, signalez-le au propriétaire du site.',
  },
  'token-endpoint-failed': { title: 'L’invitation n’a pas pu être obtenue', hint: connection },
  'server-unreachable': { title: 'Le serveur est injoignable', hint: connection },
  'relay-unreachable': {
    title: 'Le serveur qui relaie les appels est injoignable',
    hint: 'Les essais continuent tout seuls. Vérifiez votre réseau ou demandez au propriétaire du site.',
  },
  'browser-unsupported': {
    title: 'Ce navigateur ne permet pas les appels',
    hint: 'Utilisez une version récente de Chrome, Edge, Firefox ou Safari.',
  },
};
