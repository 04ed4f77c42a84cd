import { ptTroubles } from './pt-troubles.ts';
import type { Phrasebook } from './phrasebook.ts';

/** Portuguese, mostly of Brazil. */
export const pt: Phrasebook = {
  language: 'pt',
  words: 'spaced',
  lists: {
    parcel: `objeto|objecto|encomenda|pacote|pedido|envio|remessa|volume|mercadoria|produto|carta|item|correspondência
        |objetos|carga`,
    seller: 'remetente|vendedor|lojista|loja|expedidor|embarcador|origem',
    buyer: `destinatário|cliente|vizinho|comprador|porteiro|portaria|recebedor|familiar|consumidor|morador|terceiro
        |síndico|zelador`,
    point: `retirada|agência|locker|armário|ponto (de)? (retirada|coleta|entrega|pickup|recolha)|caixa (de)? (correio
        |correios)? inteligente|caixa postal|loja parceira|balcão|ponto|pudo|loja|posto|cacifo|clique e retire`,
    site: `unidade|centro|agência|agencia|cd|base|hub|filial|galpão|terminal|depósito|armazém|estação|distribuição
      |tratamento|cto|cdd|cte|entreposto|destino|triagem|transportadora|cidade|local|posto`,
    delivered: 'entregue|entregues',
  },
  sayings: [
    ...ptTroubles,
    [
      'export-customs-held',
      `(export*|origem) & (aduan*|alfândeg*|fiscaliza*|desembaraço)
        & (retid*|apreendid*|parad*|pendên*|atras*|falta*|inspe*|recusad*|rejeitad*)`,
    ],
    [
      'export-customs-cleared',
      `(export*|origem) & (aduan*|alfândeg*|fiscaliza*|desembaraço|despacho)
        & (liberad*|concluíd*|finalizad*|desembaraçad*|autorizad*|aprovad*|encerrad*|complet*)`,
    ],
    [
      'export-customs-started',
      '(exportação|país de origem|origem) & (aduan*|alfândeg*|fiscaliza*|desembaraço|despacho)',
    ],
    [
      'import-customs-held',
      'aguardando (o)? pagamento',
      `(aduan*|alfândeg*|alfandeg*|fiscaliza*|desembaraço|importação|tribut*|imposto*|receita federal|anvisa
        |despacho postal|vigiagro) & (retid*|apreendid*|apreens*|parad*|pendên*|pendent*|atras*|ausent*|incorret*
        |falta*|inspe*|recusad*|rejeitad*|não autorizad*|aguardando (pagamento|document*|informaç*|autoriz*|ação
        |apresenta*)|solicitad*|exigên*|pagamento pendente|documentação|exige|bloquead*|revisão|perdimento
        |irregular*|proibid*) & !(liberad*|concluíd* .. autorizad*|isent*|dispensad*|confirmad*)`,
      '(pagamento|tributo|imposto) .. (pendente|não|aguard*|vencid*|expirad*)',
      'importação .. não .. autorizad*',
      'apreendid*|apreensão|perdimento|importação não autorizada|crédito recusado',
      '(cpf|documento*|documentação) .. (não|pendente*|inválid*|ausente*|solicitad*|faltan*) & !(apresentou|entrega)',
      'aguardando .. (documento*|cpf|informaç* .. destinatário)',
    ],
    [
      'import-customs-cleared',
      `(aduan*|alfândeg*|alfandeg*|fiscaliza*|desembaraço|importação|receita federal|tribut*|imposto*|anvisa)
        & (liberad*|concluíd*|finalizad*|desembaraçad*|autorizad*|aprovad*|dispensad*|isent*|encerrad*|complet*
        |nacionalizad*|terminad*|saída|sem tribut*|conclusão) & !(não|aguardando (pagamento|fiscaliza*|autoriz*
        |document*|análise|liberação)|em análise|em processo)`,
      'isento|nacionalizad*|liberado sem|desembaraçad*',
    ],
    [
      'import-customs-started',
      `aduan*|alfândeg*|fiscaliza*|desembaraço|despacho (postal|aduaneiro)|(análise|processo) .. importação
        |importação|receita federal|inspeção (aduaneira|não invasiva)`,
    ],
    [
      'exception-address',
      `(endereço|logradouro|número|cep|destinatário|dados|bairro|complemento|residência) .. (incorret*|incomplet*
        |insuficient*|desconhecid*|inexistent*|errad*|inválid*|irregular*|não existe|não encontrad*|não localizad*
        |mudou|divergent*|falta*|ilegível|falecid*|em pesquisa)`,
      '(incorret*|insuficient*|errad*|falta|correção|problema|erro) .. (endereço|numeração|cep|número)',
      `(cliente|destinatário|desconhecid*) .. (desconhecid*|mudou)|mudou se|desconhecido|numeração|falecido
        |não (existe|indicado) .. número|caixa postal inexistente`,
    ],
    [
      'delivered',
      `(retirad*|coletad*|recolhid*) .. (pelo|por|pela|na|no|em) .. (<buyer>|agência|balcão|ponto|locker|loja
        |unidade) & !(aguardando|disponível|não|para|remetente|prazo|motorista)`,
      '<buyer> .. (retirou|recebeu) & !(não)',
    ],
    [
      'delivery-attempt-failed',
      `(entrega|entregue|tentativa|entregar|distribuição) .. (não|falh*|sem sucesso|insucesso|malsucedid*
        |fracassad*|impossível|frustrad*|recusad*|mal sucedid*|suspens*|impossibilitad*)`,
      `(não|nao|insucesso|impossib*|falha|problema) .. (entregue|entregar|entrega|atendid*|efetuad*|realizad*
        |receb*|localizad*|distribuíd*) & !(retirada disponível)`,
      `ninguém .. (casa|receber|local|endereço|atend*)|(<buyer>|empresa|estabelecimento|local|ninguém|comércio
        |domicílio|carteiro|residência) .. (ausente*|fechad*|recus*|não atend*|não se encontra*|sem expediente
        |não apresent*|não receb*|impossib*|sem acesso|férias|não esta*)`,
      `ausente|recusad*|recusou|recusa|sem expediente|fechad*|nova tentativa|(primeira|segunda|terceira
        |última) tentativa|tentativa de entrega|carteiro não atendido|área de risco|aviso (deixado|de chegada)
        |sem acesso`,
    ],
    ['delivered', '<delivered> (ao|à|a) <buyer>'],
    [
      'available-for-pickup',
      `(disponível|aguardando|aguarda|pronto|liberad*|esperando|disponibilizad*) .. (para|a|em|na|no|de)
        .. (retirada|retirado|retirar|coleta pelo cliente|levantamento|ser retirad*|<point>)`,
      `(entregue|chegou|disponível|depositad*|deixad*|encaminhado|direcionad*|encontra) .. (na|no|em|para|ao|num
        |à) .. (locker|armário|ponto de (retirada|coleta|pickup|recolha)|caixa inteligente
        |caixa de correios inteligente|agência|caixa postal|balcão|retirada|cacifo)`,
      'retirada|retirar|levantamento|posta restante|clique e retire',
    ],
    [
      'picked-up',
      '(coletad*|recolhid*|retirad*|buscad*) .. (no|na|do|da|com|junto ao) <seller> & !(não|aguardando|será|devol*)',
      `(entregue|entregou|repassad*|deixad*|despachad*) .. (transportadora|correios|motorista|coletor|agência)
        .. (pelo|pela) (vendedor|loja|lojista|remetente)`,
    ],
    [
      'handed-to-last-mile',
      `(entregue|transferid*|repassad*|encaminhad*|recebid*|passad*|enviad*|despachad*) .. (ao|à|pela|pelo|para|a
        |por) .. (parceir*|operador local|última milha|transportadora (local|parceira|final|de entrega)
        |entregador parceiro|correio local|agente local|distribuidor|transportadora regional)`,
      'última milha|redespach*|subcontratad*',
    ],
    [
      'departed-facility',
      '(rota|caminho|trânsito|viagem|indo) .. (para|a|ao|à) .. (base|unidade|centro|hub|filial|cd|terminal)',
    ],
    [
      'out-for-delivery',
      `(saiu|saída|sairá|em rota|em processo|rota|a caminho|indo|partiu|em fase|em) (para|de|da|a|à|em)? (entrega
        |distribuição domiciliar|entregar) & !(unidade|centro|cancelad*|não|agendad*|área)`,
      '(entregador|carteiro|motorista|motoboy|estafeta) .. (rota|caminho|saiu|entrega|está|levando|indo)',
      '(em|na) distribuição & !(unidade|centro|chegou)',
      `saiu para|em rota|próxima parada|rota de entrega|a caminho (de você|do destinatário|do cliente
        |do seu endereço|da sua casa)|entrega em andamento|será entregue hoje|saída para`,
    ],
    [
      'information-only',
      `atras*|prazo|previsão|previst*|estimad*|reagendad*|agendad*|agendamento|adiad*|clim*|greve|feriado|chuva*
        |(será|vai ser|deverá ser) entregue|(sms|email|e mail|notificação|mensagem|aviso) .. (enviad*|ao)
        |aguardando (agendamento|contato)`,
    ],
    [
      'delivered',
      `<delivered> .. (ao|a|para|na|no|em|à) .. (<buyer>|portaria|vizinho|endereço|recepção|domicílio
        |caixa de correio)`,
      '(objeto|encomenda|pedido|pacote|foi|volume|produto|sido|remessa|está) (foi)? <delivered>',
      'entrega .. (efetuad*|realizad*|concluíd*|finalizad*|confirmad*|com sucesso|feita|completad*)',
      '<delivered>|recebido (pelo|por) .. (<buyer>)|assinado por|comprovante de entrega',
    ],
    [
      'arrived-destination-country',
      `(recebid*|chegou|chegada|chegad*|entrou|ingressou|desembarcad*|desembarcou|entrada) .. (no brasil|ao brasil
        |em portugal|a portugal|país|aeroporto|fronteira|correios do brasil|unidade internacional)
        & !(export*|país de origem|saída)`,
      '(voo|avião|aeronave) .. (chegou|pousou|aterriss*|aterr*)|(chegou|chegada) .. (país|aeroporto|fronteira)',
      '(recebid*) .. (correios do brasil|no brasil)',
    ],
    [
      'departed-facility',
      '(saída|saiu|encaminhad*) .. (do|da) (centro internacional|unidade de tratamento|centro de tratamento)',
      '(transferência|trânsito|encaminhad*|transit*) .. (para|de|da|do) .. (<site>)',
    ],
    [
      'departed-origin-country',
      `(saiu|saída|partiu|partida|enviad*|deixou|embarcad*|decol*|exportad*|despachad*|em trânsito|encaminhad*
        |a caminho|transporte) .. (do|da|para|ao|em|no|pelo) .. (país|exterior|origem internacional|aeroporto|avião
        |voo|do brasil|internacional|fronteira|país de origem|meio de transporte)`,
      '(embarc*|decol*) .. (voo|avião|aeronave)',
      '(partiu|saiu|deixou) .. (china|hong kong|coreia|japão)',
      '(embarque|embarcad*) (realizad*|efetuad*|concluíd*|confirmad*)',
      `(voo|avião|aeronave|companhia aérea) .. (partiu|saiu|decol*|entregue|recebeu)|entregue à companhia aérea
        |partiu .. transporte`,
    ],
    [
      'accepted-at-origin-facility',
      `(recebid*|chegou|chegada|processad*|triad*|entrada|recepção|conferid*|no|em) .. (na|no|em|de|do|da|pela)?
        .. (origem|unidade de (postagem|exportação)|centro de (exportação|origem)|coleta
        |centro internacional de origem|remetente)`,
    ],
    [
      'departed-origin-facility',
      `(saiu|saída|partiu|enviad*|despachad*|expedid*) .. (do|da|pelo|pela|de) .. (origem|centro de distribuição do
        |armazém|vendedor|loja|remetente|cd do|depósito)`,
      '(pedido|objeto|encomenda|produto|remessa) (foi)? (enviad*|despachad*|expedid*)',
    ],
    [
      'picked-up',
      'postad*|postagem',
      `(coletad*|recolhid*|recebid*|retirad*|coleta) .. (do|no|pela|pelo|na|com) .. (<seller>|transportadora
        |motorista|correios|coletor|entregador) & !(destino|no brasil|do brasil|unidade|centro|base|destinatário)`,
      `(coleta|recolha) (realizad*|efetuad*|concluíd*|feita|confirmad*)|(objeto|pedido|encomenda|pacote
        |foi) (coletad*)|coletad*|recolhid*|aceite|aceito pela`,
    ],
    [
      'arrived-destination-facility',
      `(recebid*|chegou|chegada|processad*|triad*|triagem|entrada|recepção|conferid*|tratad*|encontra|está
        |deu entrada|descarregad*|passou|em|separação) .. (na|no|em|de|ao|a|à|pela|por) (sua|nossa|seu|uma|um)?
        .. (<site>|cidade|município)`,
      'triagem|chegou|recebido|chegada|em (tratamento|processamento)|processado|triado',
    ],
    [
      'departed-facility',
      `(em|para) (trânsito|transferência|transporte|transbordo|viagem|deslocamento|movimento)|encaminhad*
        |transferid*|transferência|saiu (de|do|da)|saída (do|da|de)|a caminho|despachad*|enviad*|expedid*|partiu
        |em trânsito|trânsito|reencaminhad*|remetid*`,
    ],
    [
      'exception-other',
      `cancelad*|suspens*|bloquead*|retid*|parad*|problema*|ocorrência|intercept*|desviad*|divergên*|irregular*
        |proibid*|excede|excesso|fora (da|de) (área|rota)|não conform*|incompleto|indisponível|averigua*|pesquisa
        |investiga*|impedid*|anulad*|em análise|acionad*|danif*`,
    ],
  ],
  hints: [
    ['information-only', 'informação|informado|pagamento|contat*|notific*|solicitação|aguard*|autorizad*'],
    ['exception-other', 'erro'],
    ['exception-address', 'endereço'],
  ],
  doubts: {
    'picked-up': [
      `não|será|aguardando|disponível|para|<buyer>|cancelad*|tentativa|agendad*|solicitad*|prazo para retirada
        |no brasil|do brasil|destino|devol*|pendente|retirada|vai`,
    ],
    delivered: [
      `não|nao|será|serão|vai|aguardando|para entrega|tentativa|previst*|estimad*|agendad*|remetente|se|antes
        |quando|parcial*|errad*|devol*|pode|poderá|deve|saiu|nova|transportadora|companhia|parceir*|cancelad*
        |incorret*|previsão|breve|vendedor|sem`,
    ],
    'returned-to-sender': ['caso|se não|senão|poderá|evitar|etiqueta|seja devolvido|não sej*'],
  },
};
