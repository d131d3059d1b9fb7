#include "invoicespage.h"

#include "ui/desktop/invoices/invoiceview.h"
#include "ui/desktop/invoices/monthstable.h"
#include "ui/desktop/invoices/plancards.h"
#include "ui/desktop/settings/syncwords.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/reflowlayout.h"
#include "ui/widgets/scrollpage.h"
#include "ui/words/dates.h"
#include "ui/words/fees.h"
#include "ui/words/money.h"

#include <QtGui/QAction>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

/// Below this the invoice stands under the months.
constexpr int SideBySide = 900;

bool isPayable(InvoiceStatus status)
{
    return status == InvoiceStatus::Issued || status == InvoiceStatus::Due
        || status == InvoiceStatus::Overdue;
}

} // namespace

InvoicesPage::InvoicesPage(QWidget *parent)
    : Page(parent)
    , m_banner(new Banner(Banner::Level::Warning, this))
    , m_scroll(new ScrollPage(this))
    , m_planGroup(new QButtonGroup(this))
{
    auto *header = new PageHeader(tr("Invoices"), this);
    m_scroll->setWidget(makeContent());
    m_scroll->setWidgetResizable(true);
    setParts(header, m_scroll);
    addActions();
    setValue({});
}

QWidget *InvoicesPage::makeContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(14);
    m_banner->setParent(content);
    column->addWidget(m_banner);
    m_nobody = new EmptyState(u"invoices"_s, content);
    m_nobody->setMessage(tr("No account, no invoices"),
                         tr("Keyway costs nothing without an account. With one, the fee of each "
                            "month is here, line by line, and you can compute it again."));
    connect(m_nobody->addButton(tr("Go to Settings"), {}, ButtonKind::Primary),
            &QPushButton::clicked, this, &InvoicesPage::signInRequested);
    column->addWidget(m_nobody, 1);
    m_books = new QWidget(content);
    auto *books = new QVBoxLayout(m_books);
    books->setContentsMargins(0, 0, 0, 0);
    books->setSpacing(12);
    m_planRow = new QWidget(m_books);
    auto *plan = new QVBoxLayout(m_planRow);
    plan->setContentsMargins(0, 0, 0, 0);
    plan->setSpacing(4);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_planTitle = new TextLabel(tr("Your plan"), TextStyle::Body, Token::TextPrimary, m_planRow);
    m_planTitle->setWeight(QFont::DemiBold);
    m_planHint = new TextLabel({}, TextStyle::Small, Token::TextSecondary, m_planRow);
    m_planHint->setWordWrap(true);
    line->addWidget(m_planTitle);
    line->addWidget(m_planHint, 1);
    plan->addLayout(line);
    m_plans = new ReflowLayout(forText(150), 5, 6, 6);
    plan->addLayout(m_plans);
    books->addWidget(m_planRow);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(16);
    m_months = new MonthsTable(m_books);
    m_view = new InvoiceView(m_books);
    m_columns->addWidget(m_months, 1);
    m_columns->setAlignment(m_months, Qt::AlignTop);
    m_columns->addWidget(m_view, 2);
    books->addLayout(m_columns, 1);
    m_none = new TextLabel(tr("There is no invoice yet. A month is billed some days after it has "
                              "ended."),
                           TextStyle::Body, Token::TextSecondary, m_books);
    m_none->setWordWrap(true);
    books->addWidget(m_none);
    column->addWidget(m_books, 1);

    connect(m_months, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (row < 0)
            return;
        m_number = m_months->number(row);
        showChosen();
    });
    connect(m_view->verify(), &QPushButton::clicked, this,
            [this] { Q_EMIT verifyRequested(m_number); });
    connect(m_view->pay(), &QPushButton::clicked, this, [this] { Q_EMIT payRequested(m_number); });
    connect(m_view->pdf(), &QPushButton::clicked, this, &InvoicesPage::pdfRequested);
    connect(m_view->csv(), &QPushButton::clicked, this, &InvoicesPage::csvRequested);
    return content;
}

void InvoicesPage::addActions()
{
    addMenuAction(Menu::File, tr("Save as PDF…"), QKeySequence(Qt::CTRL | Qt::Key_S), [this] {
        if (chosen())
            Q_EMIT pdfRequested();
    });
    addMenuAction(Menu::File, tr("Save as CSV…"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
        if (chosen())
            Q_EMIT csvRequested();
    });
    addMenuAction(Menu::View, tr("Ask the server again"), QKeySequence(Qt::Key_F5),
                  [this] { Q_EMIT tryAgainRequested(); });
}

void InvoicesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_scroll->setMargins({margin(), 8, margin(), 20});
    const bool beside = width() >= forText(SideBySide);
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setStretchFactor(m_months, beside ? 1 : 0);
}

QWidget *InvoicesPage::firstFocus() const
{
    return m_value.signedIn ? static_cast<QWidget *>(m_months) : nullptr;
}

const InvoiceMessage *InvoicesPage::chosen() const
{
    for (const InvoiceMessage &message : m_value.invoices) {
        if (!m_number.isEmpty() && message.document.invoice.number == m_number)
            return &message;
    }
    return nullptr;
}

words::InvoiceSheet InvoicesPage::sheetOf(const InvoiceMessage &message) const
{
    return words::invoiceSheet(message,
                               [this](const QString &id) { return m_value.names.value(id, id); });
}

void InvoicesPage::setValue(const InvoicesValue &value)
{
    m_value = value;
    m_nobody->setVisible(!value.signedIn);
    m_books->setVisible(value.signedIn);
    updateBanner();
    fillPlans();
    fillMonths();
}

void InvoicesPage::updateBanner()
{
    m_banner->setVisible(m_value.signedIn && m_value.error);
    if (!m_value.error)
        return;
    m_banner->setIcon(u"cloud-off"_s);
    m_banner->setMessage(accountProblem(*m_value.error),
                         tr("This is what is kept on this computer. Changing the plan needs the "
                            "server."));
    m_banner->clearButtons();
    connect(m_banner->addButton(tr("Try now")), &QPushButton::clicked, this,
            &InvoicesPage::tryAgainRequested);
}

void InvoicesPage::fillPlans()
{
    const PlanHistory *history = m_value.history();
    m_planRow->setVisible(history);
    if (!history)
        return;
    const FeePolicy &now = history->on(m_value.today);
    const auto coming = history->coming(m_value.today);
    QList<FeePolicy> plans = m_value.plan ? m_value.plan->offer.plans() : QList<FeePolicy>();
    const bool offered = std::any_of(plans.cbegin(), plans.cend(),
                                     [&](const FeePolicy &plan) { return plan.plan == now.plan; });
    if (!offered)
        plans.prepend(now);
    while (m_cards.size() < plans.size()) {
        auto *card = new PlanCard(m_planRow);
        m_planGroup->addButton(card);
        m_plans->addWidget(card);
        m_cards.append(card);
        connect(card, &QAbstractButton::clicked, this, [this, card] {
            // It is chosen once the question is answered and the server has said so.
            const FeePolicy wanted = card->plan();
            fillPlans();
            Q_EMIT planRequested(wanted);
        });
    }
    m_planGroup->setExclusive(false);
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        PlanCard *card = m_cards.at(i);
        card->setVisible(i < plans.size());
        if (i >= plans.size())
            continue;
        const FeePolicy plan = plans.at(i).plan == now.plan ? now : plans.at(i);
        QString amount;
        for (const PlanFigure &figure : m_value.figures) {
            if (figure.plan.plan == plan.plan)
                amount = words::money(figure.fee);
        }
        const QString note = coming && coming->second.plan == plan.plan
            ? tr("from %1").arg(words::dayAndLongMonth(coming->first))
            : QString();
        card->setPlan(plan, words::monthName(m_value.lastMonth), amount, note);
        card->setChecked(plan.plan == now.plan);
        card->setEnabled(m_value.plan.has_value());
    }
    m_planGroup->setExclusive(true);
    QString hint = m_value.lastRequests > 0
        ? tr("What the %Ln request(s) of %1 for %2 would have cost on each.", nullptr,
             static_cast<int>(m_value.lastRequests))
              .arg(words::monthName(m_value.lastMonth), words::money(m_value.lastCost))
        : tr("It can be changed at any time, from the next month on.");
    m_planHint->setText(hint);
}

void InvoicesPage::fillMonths()
{
    const QSignalBlocker quiet(m_months);
    m_months->clearMonths();
    const int open = hasOpen() ? 1 : 0;
    if (hasOpen())
        m_months->addMonth(*m_value.open, InvoiceStatus::Open);
    int chosenRow = m_value.invoices.isEmpty() ? 0 : open;
    for (qsizetype i = 0; i < m_value.invoices.size(); ++i) {
        const InvoiceMessage &message = m_value.invoices.at(i);
        m_months->addMonth(message.document.invoice, message.status);
        if (message.document.invoice.number == m_number)
            chosenRow = int(i) + open;
    }
    const bool any = m_months->rowCount() > 0;
    m_months->setVisible(any);
    m_view->setVisible(any);
    m_none->setVisible(!any);
    if (!any)
        return;
    m_months->setCurrentCell(chosenRow, 0);
    m_number = m_months->number(chosenRow);
    showChosen();
}

void InvoicesPage::showChosen()
{
    if (const InvoiceMessage *message = chosen()) {
        if (m_view->title() != sheetOf(*message).title)
            m_view->clearCheck();
        m_view->setInvoice(sheetOf(*message), message->status);
    } else if (hasOpen()) {
        InvoiceMessage running;
        running.document.invoice = *m_value.open;
        running.status = InvoiceStatus::Open;
        words::InvoiceSheet sheet = sheetOf(running);
        sheet.title = tr("%1, so far").arg(monthAndYear(m_value.open->month));
        sheet.facts = {tr("The invoice comes some days after the month has ended.")};
        sheet.proof.clear();
        m_view->clearCheck();
        m_view->setInvoice(sheet, InvoiceStatus::Open);
    }
    m_view->setIssued(chosen() != nullptr);
    m_view->setPayable(chosen() && isPayable(chosen()->status));
}

} // namespace keyway
