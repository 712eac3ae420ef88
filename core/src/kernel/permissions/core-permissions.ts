import type { Label } from '@traliccio/sdk';

export type Permission = { readonly id: string; readonly label: Label };

const permission = (id: string, it: string, en: string): Permission => ({ id, label: { it, en } });

/** What core's routes ask for. The list is closed: plugins add their own, under their id. */
export const CORE_PERMISSIONS: readonly Permission[] = [
  permission('issuer.read', "Vedere l'emittente", 'See the issuer'),
  permission('issuer.write', "Modificare l'emittente", 'Change the issuer'),
  permission('customers.read', 'Vedere i clienti', 'See customers'),
  permission('customers.write', 'Creare e modificare i clienti', 'Create and change customers'),
  permission('sites.read', 'Vedere i siti', 'See sites'),
  permission('sites.write', 'Creare e modificare i siti', 'Create and change sites'),
  permission('plans.read', 'Vedere i listini', 'See plans'),
  permission('plans.write', 'Creare e modificare i listini', 'Create and change plans'),
  permission('contracts.read', 'Vedere i contratti', 'See contracts'),
  permission('contracts.write', 'Creare e modificare i contratti', 'Create and change contracts'),
  permission(
    'contracts.reprice',
    'Cambiare il prezzo di molti contratti',
    'Change the price of many contracts',
  ),
  permission('documents.read', 'Vedere i documenti', 'See documents'),
  permission('documents.credit', 'Emettere note di credito', 'Issue credit notes'),
  permission('documents.resend', 'Inviare di nuovo i documenti', 'Send documents again'),
  permission('documents.lock', 'Chiudere i mesi ai documenti', 'Lock months against documents'),
  permission('documents.export', 'Esportare i documenti', 'Export documents'),
  permission('drafts.read', 'Vedere le bozze di fattura', 'See drafts of invoices'),
  permission('drafts.write', 'Scrivere e annullare le bozze', 'Write and void drafts'),
  permission('drafts.issue', 'Emettere le bozze', 'Issue drafts'),
  permission('payments.read', 'Vedere i pagamenti e i saldi', 'See payments and balances'),
  permission('payments.write', 'Registrare i pagamenti', 'Record payments'),
  permission('payments.refund', 'Rimborsare i clienti', 'Pay money back to customers'),
  permission('receipts.close', 'Chiudere la cassa', 'Close the till'),
  permission('lists.export', 'Esportare gli elenchi', 'Export lists'),
  permission('billing.run', 'Avviare la fatturazione', 'Start billing'),
  permission('imports.run', 'Importare dati', 'Import data'),
  permission('jobs.read', 'Vedere le elaborazioni', 'See jobs and runs'),
  permission('jobs.run', 'Avviare le elaborazioni', 'Start jobs'),
  permission('notices.read', 'Vedere gli avvisi', 'See notices'),
  permission('notices.close', 'Chiudere gli avvisi', 'Close notices'),
  permission('outbox.read', 'Vedere le consegne', 'See deliveries'),
  permission('outbox.manage', 'Ripetere e scartare le consegne', 'Repeat and discard deliveries'),
  permission('audit.read', 'Vedere il registro delle operazioni', 'See the audit log'),
  permission('plugins.read', 'Vedere i plugin', 'See plugins'),
  permission('plugins.manage', 'Abilitare e disabilitare i plugin', 'Enable and disable plugins'),
  permission('settings.read', 'Vedere le impostazioni', 'See settings'),
  permission('settings.write', 'Modificare le impostazioni', 'Change settings'),
  permission('operators.read', 'Vedere gli operatori e i gruppi', 'See operators and groups'),
  permission('operators.manage', 'Gestire gli operatori e i gruppi', 'Manage operators and groups'),
  permission('system.read', 'Vedere lo stato del sistema', 'See the state of the system'),
  permission('metrics.read', 'Leggere le metriche', 'Read metrics'),
];
