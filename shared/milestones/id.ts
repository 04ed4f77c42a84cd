import type { Phrasebook } from './phrasebook.ts';

/** Indonesian. */
export const id: Phrasebook = {
  language: 'id',
  words: 'spaced',
  lists: {
    parcel: 'paket|paketmu|paketnya|barang|kiriman|pesanan|shipment|pesananmu|produk|resi|dokumen|surat',
    seller: 'pengirim|penjual|seller|shipper|toko|merchant|lapak|shiper|gudang penjual',
    buyer: `penerima|pembeli|ybs|yang bersangkutan|customer|keluarga|tetangga|satpam|resepsionis|istri|suami|rekan
        |security|orang|ibu|bapak|adik|kakak|anak|pelanggan|konsumen|serumah|orang tua|saudara|pos jaga|asisten
        |penjaga`,
    staff: 'kurir|kurirnya|driver|sigesit|satria|hero|sprinter|petugas|pengantar|rider|ninja|supir|mitra',
    site: `gudang|hub|dc|warehouse|gerai|drop point|droppoint|sorting|cabang|agen|konter|counter|station|gateway|pusat
      |fasilitas|kantor|transit|lokasi sortir|sortir|sortation|center|megahub|inbound|kota|bandara|stasiun|staging
      |unit|mitra|origin|jat gateway|station|loket|outlet|gateaway|kecamatan|area`,
    sent: 'diantar|diantarkan|dikirim|dikirimkan|terkirim|diserahkan|disampaikan|antar|diterima',
    fail: 'gagal|tidak berhasil|tidak dapat|belum berhasil|tidak bisa|bermasalah|belum dapat',
  },
  sayings: [
    [
      'exception-other',
      '(penjemputan|pickup|jemput|pick up|dijemput|pengambilan) .. (<fail>|dibatalkan|batal|ditunda)',
      '<fail> .. (pickup|jemput|dijemput|pick up|penjemputan)',
      `salah (rute|kirim|tujuan|sortir|cabang|kota|tempel|alamat kirim)|misroute|mis route|salah
        & !(alamat|nomor|telepon|hp|penerima)`,
      'retur gagal|(retur|pengembalian) .. <fail>',
    ],
    [
      'information-only',
      '(perubahan|ubah|diubah|perbaikan|diperbarui|mengubah) .. (alamat|jadwal|data|tujuan|waktu)',
      '(alamat|jadwal) .. (diubah|diperbarui|dijadwalkan ulang)',
    ],
    [
      'label-created',
      `(menunggu|belum|akan|sedang|proses|siap|segera|minta|permintaan|jadwal) .. (penjemputan|dijemput|pickup
        |pick up|diserahkan ke (kurir|jasa)|dijemput kurir|menjemput|diambil kurir|dikemas|mengemas|diproses penjual
        |jemput|di pickup|diterima pihak) & !(tempat)`,
      '(ditugaskan|penugasan|menuju|perjalanan) .. (menjemput|mengambil|penjemputan|jemput)',
      '(siap|akan) (dikirim|dikirimkan|diserahkan|diproses) & !(penerima|alamat|transit|ke|kurir)',
      `(<seller>) .. (sedang)? (menyiapkan|mempersiapkan|mengemas|memproses|mengatur|akan|sedang menyerahkan)
        & !(telah|sudah)`,
      `(pesanan|order|resi|label|data|nomor|shipment|booking) .. (dibuat|diterbitkan|dicetak|terdaftar|diinput
        |tercatat|telah dikonfirmasi|diterima sistem|dikonfirmasi|masuk sistem|dipesan)`,
      `manifes|manifest|dikemas|sedang disiapkan|(data|informasi) .. (kiriman|pengiriman|paket|elektronik)
        .. (diterima|telah)|sedang dipersiapkan|pickup request`,
    ],
    [
      'exception-lost-damaged',
      `hilang|rusak|kerusakan|pecah|dicuri|dimusnahkan|musnah|kehilangan|kecurian|bocor|penyok|robek|basah|klaim
        |terbakar`,
    ],
    [
      'returned-to-sender',
      `(dikembalikan|retur|return|kembali|diretur|pengembalian|dipulangkan) .. (ke|kepada|oleh|ke alamat)
        .. (<seller>|asal|pengirim)`,
      'retur|diretur|dikembalikan|pengembalian|rts|dalam proses return',
      '(diterima|diantar|diserahkan) .. (oleh|kembali|kepada|ke) .. (pengirim|seller|penjual)',
      '(masa|batas|waktu) .. (simpan|pengambilan|penyimpanan) .. (habis|berakhir|lewat)',
    ],
    [
      'export-customs-held',
      `(ekspor|negara asal) & (bea|cukai|pabean|bea cukai|customs) & (ditahan|tertahan|diperiksa|pemeriksaan
        |ditolak|terlambat|kurang)`,
    ],
    [
      'export-customs-cleared',
      `(ekspor|negara asal) & (bea|cukai|pabean|bea cukai|customs) & (selesai|lolos|keluar|rilis|dirilis
        |telah disetujui|berhasil|lulus)`,
    ],
    ['export-customs-started', '(ekspor|negara asal) & (bea|cukai|pabean|customs)'],
    [
      'import-customs-held',
      `(bea|cukai|pabean|customs|pajak|karantina|pib) & (ditahan|tertahan|diperiksa|pemeriksaan|ditolak|terlambat
        |kurang|dokumen|menunggu pembayaran|belum dibayar|pembayaran|disita|red line|jalur merah|penahanan|hold
        |kendala|npwp|butuh|membutuhkan) & !(selesai|lolos|rilis|telah dibayar)`,
    ],
    [
      'import-customs-cleared',
      `(bea|cukai|pabean|customs|impor) & (selesai|lolos|keluar|rilis|dirilis|disetujui|berhasil|lulus|sppb
        |released|cleared|dilepas) & !(belum|sedang|menunggu)`,
    ],
    ['import-customs-started', 'bea cukai|cukai|pabean|kepabeanan|bea masuk|proses impor'],
    [
      'exception-address',
      '(nomor|no) (telepon|telp|hp|handphone) .. (salah|tidak (aktif|valid|benar|terdaftar))',
      `(alamat|nomor|penerima|nama|telepon|no telp|kode pos|no hp) .. (tidak (lengkap|jelas|ditemukan|dikenal
        |sesuai|valid|ada|diketahui|benar|dapat ditemukan)|salah|kurang|pindah|kurang jelas|bermasalah|sudah pindah
        |kurang lengkap|meninggal|fiktif) & !(di (rumah|tempat|lokasi))`,
      '(salah|kurang|tidak menemukan|bad) (alamat|address)',
      'pindah alamat|penerima pindah|penerima tidak dikenal|bad address',
    ],
    [
      'delivered',
      `(diambil|telah diambil|pengambilan) .. (oleh|di) .. (penerima|pembeli|customer|pelanggan|keluarga)
        & !(siap|menunggu|akan|belum|dapat)`,
      '<buyer> .. (telah|sudah) (mengambil|menerima)',
    ],
    [
      'delivery-attempt-failed',
      '(pengiriman|pengantaran|antar|antaran|delivery|<sent>|kirim) .. <fail>',
      '<fail> .. (<sent>|kirim|pengiriman|pengantaran|menghubungi|delivery|mengantar)',
      `(<buyer>|alamat|kantor|rumah|toko) .. (tidak (ada|di tempat|di rumah|bisa dihubungi|dapat dihubungi|berada
        |mau|dapat ditemui|merespon|diangkat)|menolak|ditolak|tutup|libur|kosong|sedang tidak|sulit dihubungi|keluar
        |minta|meminta|belum)`,
      `rumah kosong|ditolak|menolak|tidak (ada|di) (orang|rumah|tempat|penerima)|dijadwalkan ulang|pengiriman ulang
        |antar ulang|percobaan|coba lagi|(kantor|toko) tutup|akan dikirim ulang|pengantaran ulang|nobody|cod
        .. (ditolak|belum siap)|belum siap|tidak ada di`,
    ],
    [
      'available-for-pickup',
      `(siap|dapat|bisa|menunggu|silakan|silahkan|tersedia|harap|untuk|mohon) .. (diambil|ambil|pengambilan
        |mengambil) & !(kurir|pengirim|penjual|dijemput)`,
      `(di|ke|telah tiba di|tersedia di|dititipkan di) .. (loker|locker|titik pengambilan|pick up point
        |pickup point|pos pengambilan|tempat pengambilan|popbox|indomaret|alfamart)
        & !(kirim dari|diserahkan oleh pengirim)`,
      'ambil sendiri|self pickup|self pick up',
    ],
    [
      'out-for-delivery',
      `(sedang|dalam|akan|proses|siap|dibawa|bersama|oleh|telah) .. (diantar|diantarkan|pengantaran|antar
        |proses pengantaran|mengantar|pengiriman ke (alamat|penerima|lokasi|rumah)|dikirim ke (alamat|penerima
        |tempat)|menuju (alamat|penerima|lokasi anda|tempat)|dibawa|delivery) .. (kurir|penerima|alamat|ke|oleh)?
        & !(gagal|tidak|berhasil|telah diantar|sudah diantar|selesai|dijadwalkan|belum)`,
      `(<staff>) .. (sedang|akan|dalam|menuju|membawa|mengantar|perjalanan|on the way)
        & !(menjemput|pengirim|penjual|diterima)`,
      `(dibawa|diserahkan|bersama|dikirim|keluar|diberikan|di bawa) .. (oleh|ke|kepada|dengan|untuk) .. (<staff>
        |pengantaran) & !(mitra pengiriman|lokal|partner|jasa kirim|pengirim|penjual|telah diterima)`,
      '(dibawa|diantar) (oleh)? <staff> & !(telah diantar|sudah diantar|berhasil|ke (gudang|hub|dc|gerai))',
      `with delivery courier|keluar untuk (pengantaran|pengiriman)|menuju (alamat|lokasi|rumah) (penerima|anda|kamu
        |tujuan)|proses antar`,
    ],
    [
      'accepted-at-origin-facility',
      `(diterima) oleh .. <site> & !(penerima|kurir|transit|tujuan|asal|counter|konter|gerai|agen|loket|drop point
        |outlet)`,
    ],
    [
      'arrived-destination-facility',
      `(diterima|tiba|sampai|masuk|datang) .. (di|oleh|pada|ke|dari) .. <site>
        & !(penerima|tujuan anda|berangkat|telah keluar|asal|origin|penjemputan|konter|counter|gerai|agen|loket
        |drop point|outlet|bandara|negara)`,
    ],
    [
      'picked-up',
      `(telah|sudah|berhasil|di|paket) .. (dijemput|dipickup|di pickup|di pick up|diambil|pick up|pickup|picked up
        |di jemput) .. (oleh|dari)? .. (<staff>|pengirim|penjual|gudang|seller)?`,
      `(diserahkan|diterima|di drop|drop|didrop|dititipkan|diserah terimakan) .. (di|ke|oleh|pada|kepada|dari)
        .. (gerai|konter|counter|agen|drop point|jasa kirim|jasa pengiriman|kurir|loket|ekspedisi|outlet
        |jasa ekspedisi|pengirim|sprinter|pihak ekspedisi|cabang) & !(penerima|pembeli|di (lokasi|gudang) transit)`,
      `(penjemputan|pickup) (berhasil|selesai|sukses)|<seller> .. (mengirim|mengirimkan|membawa|mengantar
        |menyerahkan) .. (counter|konter|agen|gerai|drop point|loket|outlet)|(<seller>) .. (telah|sudah)
        .. (menyerahkan|mengirim|mengirimkan|drop)`,
      '<staff> (telah|sudah|berhasil) (mengambil|menjemput) & !(penerima|alamat)',
      'diserahkan ke (jasa|ekspedisi|kurir)|pick up (oleh|by)',
    ],
    [
      'handed-to-last-mile',
      `(diserahkan|diteruskan|dialihkan|dilimpahkan|diserahterimakan|dikirim) .. (ke|kepada|oleh) .. (mitra|partner
        |vendor|pihak ketiga|kurir lokal|mitra pengiriman|jasa kirim lokal)`,
    ],
    [
      'information-only',
      `tertunda|terlambat|keterlambatan|delay|penundaan|cuaca|banjir|ditunda|dijadwalkan|perkiraan|estimasi|libur
        |antrian|overload|notifikasi|sms|hubungi|pembayaran|konfirmasi`,
    ],
    [
      'delivered',
      '<sent> .. (berhasil|kepada|oleh|pada|dengan|sukses|di|ke)? .. (<buyer>|hero|rumah|sukses|selesai|selamat)',
      `(telah|sudah|berhasil|sukses) (berhasil)? (<sent>|tiba di (tujuan|alamat|rumah|tempat)|sampai di (tujuan
        |alamat|rumah|tempat|penerima)) & !(oleh)`,
      '(telah|sudah|berhasil|sukses) (berhasil)? (diantar|diantarkan|terkirim) (oleh)? (<staff>)?',
      '(diterima|diterima langsung) (oleh|langsung) .. (<buyer>)',
      'terkirim|(pengiriman|pengantaran|pesanan) (selesai|berhasil|sukses)|paket diterima (oleh)? (<buyer>)?',
    ],
    [
      'arrived-destination-country',
      `(tiba|sampai|mendarat|masuk|diterima) .. (negara tujuan|indonesia|bandara|pelabuhan|negara|perbatasan)
        |(pesawat|penerbangan) .. (tiba|mendarat|sampai)|mendarat`,
    ],
    [
      'departed-origin-country',
      `(berangkat|meninggalkan|diberangkatkan|keluar|dikirim|terbang|lepas landas|diekspor) .. (dari)? .. (negara
        |luar negeri|bandara|pesawat|negara tujuan|internasional)|(pesawat|penerbangan|maskapai) .. (berangkat
        |lepas landas|diserahkan)|(diserahkan) .. (maskapai|airline|penerbangan)|lepas landas|(dalam perjalanan
        |menuju) .. negara tujuan`,
    ],
    [
      'accepted-at-origin-facility',
      `(diterima|tiba|sampai|masuk|diproses|disortir|di) .. (di|oleh|pada) .. (asal|origin|gudang asal|hub asal
        |kota asal|first mile|pusat ekspor)|telah diproses di (asal|origin)`,
    ],
    [
      'departed-origin-facility',
      `(berangkat|keluar|meninggalkan|dikirim|diberangkatkan|dikirimkan) .. (dari)? .. (asal|origin|gudang penjual
        |gudang|warehouse) & !(transit|tujuan)`,
      '(paket|pesanan|barang|kiriman) (telah|sudah) (dikirim|dikirimkan)',
    ],
    ['arrived-destination-facility', '(proses|sedang|dalam) .. (sortir|penyortiran|pemilahan|disortir)'],
    [
      'departed-facility',
      `(berangkat|keluar|meninggalkan|diberangkatkan|dikirim|dikirimkan|diteruskan|diproses|dipindahkan|transit
        |dimuat|akan dikirim|akan dikirimkan|departed|bergerak) .. (dari|ke|menuju|oleh|di|dengan|tujuan)`,
      `(dalam|sedang) (perjalanan|transit|proses pengiriman|pengiriman|perpindahan|proses transit)|menuju
        |in transit|perjalanan|transit|berangkat|keluar dari|dikirim ke|dikirimkan|sedang dikirim|dalam proses`,
    ],
    [
      'arrived-destination-facility',
      `(diterima|tiba|sampai|masuk|diproses|disortir|datang|telah sampai|berada|sortir|di scan|scan) .. (di|oleh
        |pada|ke)`,
      'tiba|telah sampai|disortir|proses sortir|sorting|sortir|tiba di|diproses di|transit di',
    ],
    [
      'exception-other',
      `dibatalkan|batal|ditahan|tertahan|masalah|bermasalah|kendala|hold|dihentikan|investigasi|gagal|terlarang
        |overweight|kelebihan|abnormal|ditutup|tidak diterima|cancel`,
    ],
  ],
  hints: [
    ['information-only', 'menunggu|informasi|diproses|bukti'],
    ['arrived-destination-facility', 'diinput|discan|terdata'],
    ['departed-facility', 'dikirim|pengiriman'],
  ],
  doubts: {
    'picked-up': [
      `tidak|belum|akan|gagal|batal|<buyer>|siap|dapat|menunggu|silakan|silahkan|permintaan|jadwal|loker|locker
        |retur|sedang|proses|bea|tujuan`,
    ],
    delivered: [
      `tidak|belum|akan|gagal|batal|menunggu|retur|pengirim|penjual|seller|shipper|dikembalikan|jika|apabila
        |perkiraan|estimasi|sedang|dijadwalkan|segera|salah|ditunda|siap|<site>|ulang|jasa|mitra|maskapai|sebagian
        |dari`,
    ],
    'returned-to-sender': ['jika|apabila|bila|dapat|mungkin|hindari'],
  },
};
