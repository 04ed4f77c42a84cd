import type { Saying } from './phrasebook.ts';

/** Portuguese: what happens before the carrier has the parcel, and what goes wrong or goes back. */
export const ptTroubles: readonly Saying[] = [
  [
    'information-only',
    '(endereço|data|entrega|agendamento) .. (alterad*|atualizad*|corrigid*|reagendad*|agendad*|modificad*)',
    '(alteração|atualização|solicitação|agendamento) .. (endereço|data|entrega|suspensão|desvio) & !(devol*)',
    'desconsiderar',
    'prazo diferenciado|(entrega|distribuição) .. (prazo|sujeita)|restrição .. entrega domiciliar',
    '(pagamento|boleto|taxa|tributo*|imposto*) .. (confirmad*|aprovad*|efetuad*|realizad*|pago|pagos|recebid*)',
  ],
  [
    'exception-other',
    '(coleta|recolha) .. (não|cancelad*|falh*|fracassad*|sem sucesso|insucesso|frustrad*)',
    '(não|tentativa de) .. (coletad*|coleta|coletar)',
    'saída .. cancelad*|(entrega|saída) cancelada',
    '(lote) .. incompleto',
    `análise de (destinação|destino)|mal (encaminhado|encaminhada|endereçado|triado)|encaminhado .. (errad*
      |incorret*)|(erro|falha) .. (triagem|encaminhamento|rota|roteirização)|extraviad* temporar*`,
    '(não|ainda não) .. chegou',
  ],
  [
    'label-created',
    `(ainda não|não|aguardando|aguarda|pendente) .. (postad*|postagem|coletad*|coleta|recebemos|despachad*
      |envio pelo|expedição) & !(retirada|destinatário|pagamento|fiscaliza*)`,
    `(etiqueta|pedido|objeto|envio|nota fiscal|guia|encomenda|registro|declaração) .. (emitid*|criad*|gerad*
      |impress*|faturad*|emissão|registrad*|cadastrad*|confirmad*|aprovad*)
      & !(saída|pagamento|import*|entrega|devol*)`,
    `(informações|dados|informação|aviso) .. (eletrônic*|recebid*|enviad*|transmitid*|registrad*|envio)
      & !(entrega|aduan*|destinatário|anterior)`,
    '(preparando|preparação|em separação|separação|separado|embalad*|embalando|preparado) & !(entrega|devol*)',
    '<seller> .. (avisou|informou|comunicou|está) .. (enviar|postar|preparando|embalando|despachar)',
    `(coleta|recolha) .. (solicitad*|agendad*|programad*|autorizad*)|pré (postagem|registro|postado|aviso)
      |prepostagem`,
    '(será|vai ser|em breve) .. (postad*|coletad*|despachad*|enviad*) & !(devol*)',
  ],
  [
    'exception-lost-damaged',
    `extravi*|roub*|furt*|avariad*|avaria|danificad*|danos|dano|perdid*|perda|destruíd*|destruição|sinistr*
      |violad*|assalt*|refugad*|quebrad*|inutilizad*|não localizad* .. (fluxo|objeto|postal)|objeto não localizado
      |acidente|incêndio|spoliad*|espoliad*|conteúdo .. falta*`,
  ],
  [
    'returned-to-sender',
    `devolvid*|devolução|devolvend*|devolver|retornad* .. (remetente|vendedor|origem)|retorno .. (remetente
      |vendedor|origem)|retornand* .. (remetente|vendedor|origem)|logística reversa`,
    `(entregue|entrega|saiu|saída|encaminhado|enviado|disponível|retirada) .. (ao|para o|para|à|a|o) (remetente
      |vendedor)`,
    '(prazo|período) .. (retirada|guarda|permanência) .. (encerrad*|vencid*|expirad*|esgotad*|finalizad*)',
    '(destinatário|remetente|cliente) .. não (retirou|procurou|compareceu)|não (procurado|reclamado|retirado)',
    'remetente .. retir*',
  ],
];
