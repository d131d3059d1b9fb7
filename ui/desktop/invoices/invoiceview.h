#pragma once

#include "ui/widgets/cardframe.h"
#include "ui/widgets/paint.h"
#include "ui/words/invoicesheet.h"

class QGridLayout;
class QPushButton;
class QTableWidget;

namespace keyway {

class ElidedLabel;
class ResultLine;
class StatusPill;
class TextLabel;

/// One invoice, line by line, and what came of computing it again.
class InvoiceView : public CardFrame {
    Q_OBJECT
public:
    explicit InvoiceView(QWidget *parent = nullptr);

    void setInvoice(const words::InvoiceSheet &sheet, InvoiceStatus status);
    /// Whether it can be checked and saved: the running month cannot.
    void setIssued(bool issued);
    /// Whether something is left to be paid.
    void setPayable(bool payable);
    void setChecking(bool checking);
    void setCheck(bool right, const QString &title, const QString &text);
    void clearCheck();

    QPushButton *pay() const { return m_pay; }
    QPushButton *verify() const { return m_verify; }
    QPushButton *pdf() const { return m_pdf; }
    QPushButton *csv() const { return m_csv; }
    QTableWidget *lines() const { return m_lines; }
    ResultLine *result() const { return m_result; }
    QString title() const;

private:
    void fillLines(const words::InvoiceSheet &sheet);

    TextLabel *m_title, *m_facts, *m_notes;
    ElidedLabel *m_proof;
    StatusPill *m_status;
    QTableWidget *m_lines;
    QGridLayout *m_totals;
    QList<QWidget *> m_amounts;
    ResultLine *m_result;
    QPushButton *m_pay, *m_verify, *m_pdf, *m_csv;
};

/// The colour of a status.
Status pillOf(InvoiceStatus status);

} // namespace keyway
