import type { SynonymTable } from "./synonym-table";

export const conventionalSynonyms: SynonymTable = {
  office: {
    en: "office, office work, office assistant, administrative, administrative assistant, admin, clerical, receptionist, reception, reception desk, welcome desk, secretary, filing, data entry, typing, typist, answering phones, phone call, copying, mailing, envelope stuffing, scheduling, spreadsheet, word processing, paperwork, record keeping, assistant to director, phones, phone bank",
    es: "oficina, trabajo de oficina, asistente administrativo, administrativo, administrativa, recepcionista, recepcion, secretario, secretaria, archivar, entrada de datos, captura de datos, mecanografia, telefono, contestar telefonos, correo, sobre postal, citas, hoja de calculo, papeleo",
  },
  finance: {
    en: "finance, financial, accounting, accountant, bookkeeping, bookkeeper, bank, banking, banker, money, budget, budgeting, tax, tax preparation, tax preparer, tax return, investing, investment, stock market, insurance, payroll, loan, financial literacy, financial coach, treasurer, credit union, audit, saving money",
    es: "finanzas, financiero, contabilidad, contador, contadora, banco, banca, dinero, presupuesto, impuesto, declaracion de impuestos, inversion, invertir, bolsa de valores, seguro de vida, nomina, credito, prestamo, educacion financiera, tesorero, ahorro, ahorrar",
  },
  libraries: {
    en: "book, library, librarian, reading, read aloud, bookstore, bookshop, book sale, book drive, book club, cataloging, literature, information desk, reference desk, shelving books, read book, read to",
    es: "libro, biblioteca, bibliotecario, bibliotecaria, lectura, leer, libreria, feria del libro, literatura, club de lectura, catalogar",
  },
  logistics: {
    en: "packing, pack, package, packaging, unpack, sorting, sort, sorting donations, delivery, deliver, meal delivery, delivering meals, warehouse, inventory, stock shelves, stocking, supply, shipping, forklift, distribution, food distribution, distribute, loading, unloading, moving boxes, set up tables, setup, groceries, grocery, mail room, assemble kits, assembly, supply chain, logistics, courier",
    es: "empacar, empaque, paquete, clasificar, entrega, entregar, entrega de comida, almacen, bodega, inventario, suministro, envio, enviar, distribucion, distribuir, cargar, descargar, mensajero, logistica, despensa a domicilio",
  },
};
