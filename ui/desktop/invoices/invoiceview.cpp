#include "invoiceview.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/resultline.h"
#include "ui/widgets/tiles.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>

namespace keyway {

Status pillOf(InvoiceStatus status)
{
    switch (status) {
    case InvoiceStatus::Paid:
        return Status::Active;
    case InvoiceStatus::Due:
        return Status::Degraded;
    case InvoiceStatus::Overdue:
        return Status::Down;
    case InvoiceStatus::Credited:
    case InvoiceStatus::CarriedOver:
        return Status::Disabled;
    case InvoiceStatus::Open:
    case InvoiceStatus::Issued:
        break;
    }
    return Status::Info;
}

InvoiceView::InvoiceView(QWidget *parent)
    : CardFrame(parent)
    , m_title(new TextLabel({}, TextStyle::Heading, Token::TextPrimary, this))
    , m_facts(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_notes(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_proof(new ElidedLabel({}, TextStyle::Tiny, Token::TextMuted, this))
    , m_status(new StatusPill(this))
    , m_lines(new QTableWidget(0, 0, this))
    , m_totals(new QGridLayout)
    , m_result(new ResultLine(this))
    , m_pay(new QPushButton(tr("Pay…"), this))
    , m_verify(new QPushButton(tr("Verify"), this))
    , m_pdf(new QPushButton(tr("Save as PDF"), this))
    , m_csv(new QPushButton(tr("CSV"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_title);
    top->addWidget(m_status);
    top->addStretch(1);
    column->addLayout(top);
    m_facts->setWordWrap(true);
    column->addWidget(m_facts);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_csv->setAccessibleName(tr("Save as CSV"));
    setKind(m_pay, ButtonKind::Primary);
    for (QPushButton *button : {m_pay, m_verify, m_pdf, m_csv})
        buttons->addWidget(button);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(m_result);
    m_lines->setAccessibleName(tr("Lines of the invoice"));
    m_lines->verticalHeader()->hide();
    m_lines->setShowGrid(false);
    m_lines->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_lines->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_lines->setTabKeyNavigation(false);
    m_lines->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->horizontalHeader()->setHighlightSections(false);
    m_lines->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(m_lines);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(24);
    auto *words = new QVBoxLayout;
    words->setSpacing(6);
    m_notes->setWordWrap(true);
    m_proof->setElideMode(Qt::ElideMiddle);
    words->addWidget(m_notes);
    words->addWidget(m_proof);
    words->addStretch(1);
    foot->addLayout(words, 3);
    m_totals->setHorizontalSpacing(16);
    m_totals->setVerticalSpacing(6);
    m_totals->setColumnStretch(0, 1);
    auto *sums = new QVBoxLayout;
    sums->addLayout(m_totals);
    sums->addStretch(1);
    foot->addLayout(sums, 2);
    column->addLayout(foot);
    column->addStretch(1);
}

QString InvoiceView::title() const
{
    return m_title->text();
}

void InvoiceView::setInvoice(const words::InvoiceSheet &sheet, InvoiceStatus status)
{
    setAccessibleName(sheet.title);
    m_title->setText(sheet.title);
    m_status->setStatus(pillOf(status), sheet.status);
    m_facts->setText(sheet.facts.join(u'\n'));
    m_notes->setText(sheet.notes.join(u' '));
    m_proof->setText(sheet.proof);
    m_proof->setVisible(!sheet.proof.isEmpty());
    fillLines(sheet);
    qDeleteAll(m_amounts);
    m_amounts.clear();
    for (qsizetype row = 0; row < sheet.totals.size(); ++row) {
        const bool last = row == sheet.totals.size() - 1;
        const TextStyle style = last ? TextStyle::Body : TextStyle::Small;
        auto *what = new TextLabel(sheet.totals.at(row).value(0), style,
                                   last ? Token::TextPrimary : Token::TextSecondary, this);
        what->setWeight(last ? QFont::DemiBold : QFont::Normal);
        auto *amount
            = new MoneyLabel(sheet.totals.at(row).value(1), style, Token::TextPrimary, this);
        m_totals->addWidget(what, int(row), 0);
        m_totals->addWidget(amount, int(row), 1, Qt::AlignRight);
        m_amounts += {what, amount};
    }
}

void InvoiceView::fillLines(const words::InvoiceSheet &sheet)
{
    m_lines->setColumnCount(int(sheet.head.size()));
    m_lines->setHorizontalHeaderLabels(sheet.head);
    m_lines->setRowCount(int(sheet.lines.size()));
    for (int column = 0; column < m_lines->columnCount(); ++column) {
        const Qt::Alignment side
            = (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
        m_lines->horizontalHeaderItem(column)->setTextAlignment(side);
        for (int row = 0; row < m_lines->rowCount(); ++row) {
            auto *item = new QTableWidgetItem(sheet.lines.at(row).value(column));
            item->setTextAlignment(side);
            item->setToolTip(item->text());
            if (row == m_lines->rowCount() - 1) {
                QFont font = m_lines->font();
                font.setWeight(QFont::DemiBold);
                item->setFont(font);
            }
            m_lines->setItem(row, column, item);
        }
    }
    m_lines->resizeColumnsToContents();
    m_lines->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    int height = m_lines->horizontalHeader()->sizeHint().height() + 2 * m_lines->frameWidth();
    for (int row = 0; row < m_lines->rowCount(); ++row)
        height += m_lines->rowHeight(row);
    m_lines->setFixedHeight(height);
}

void InvoiceView::setIssued(bool issued)
{
    for (QPushButton *button : {m_verify, m_pdf, m_csv})
        button->setVisible(issued);
}

void InvoiceView::setPayable(bool payable)
{
    m_pay->setVisible(payable);
}

void InvoiceView::setChecking(bool checking)
{
    m_verify->setEnabled(!checking);
    if (checking)
        m_result->show(Status::Info, tr("Computing it again from the records of this computer…"));
}

void InvoiceView::setCheck(bool right, const QString &title, const QString &text)
{
    m_result->show(right ? Status::Active : Status::Down, title, text);
}

void InvoiceView::clearCheck()
{
    m_result->clear();
}

} // namespace keyway
