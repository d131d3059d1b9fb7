#include "accountsview.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"
#include "ui/words/money.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int IconSide = 16;
} // namespace

AccountsLine::AccountsLine(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconView(u"check"_s, Token::StatusActiveMark, IconSide, this))
    , m_text(new ElidedLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_why(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addStretch(1);
    row->addWidget(m_icon);
    row->addWidget(m_text);
    row->addWidget(m_why);
    setKind(m_why, ButtonKind::Link);
    setCompact(m_why);
    m_why->setCheckable(true);
    connect(m_why, &QPushButton::clicked, this, &AccountsLine::openRequested);
    hide();
}

void AccountsLine::setAccounts(const AccountsOfMonth &accounts)
{
    m_accounts = accounts;
    fill();
}

void AccountsLine::setShort(bool isShort)
{
    if (m_short == isShort)
        return;
    m_short = isShort;
    fill();
}

void AccountsLine::setOpen(bool open)
{
    m_why->setChecked(open);
}

void AccountsLine::fill()
{
    setVisible(!m_accounts.accounts.isEmpty());
    const Money apart
        = std::max(m_accounts.ours - m_accounts.theirs, m_accounts.theirs - m_accounts.ours);
    m_icon->setVisible(m_accounts.compared > 0);
    m_icon->setIcon(m_accounts.agree ? u"check"_s : u"warning"_s,
                    m_accounts.agree ? Token::StatusActiveMark : Token::StatusDegradedMark);
    if (m_accounts.compared == 0) {
        m_text->setText(m_short ? tr("No provider has told its costs.")
                                : tr("No provider has told what this month cost."));
        m_why->setText(tr("Why?"));
        return;
    }
    // With as many decimals as it takes for the three to add up.
    const Money most = std::max(m_accounts.ours, m_accounts.theirs);
    const Money least = std::min(m_accounts.ours, m_accounts.theirs);
    const QStringList amounts = words::addedUp({least, apart}, most);
    const bool theirsIsMost = m_accounts.theirs == most;
    const QString theirs = amounts.at(theirsIsMost ? 2 : 0);
    const QString ours = amounts.at(theirsIsMost && !apart.isZero() ? 0 : 2);
    m_text->setText(m_short ? tr("Providers say %1 · Keyway %2").arg(theirs, ours)
                            : tr("Providers say %1, Keyway counted %2").arg(theirs, ours));
    m_why->setText(apart.isZero() ? tr("Compare") : tr("Why %1 apart?").arg(amounts.at(1)));
}

AccountsTable::AccountsTable(QWidget *parent)
    : QTableWidget(parent)
{
    setAccessibleName(tr("What providers say"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(true);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    verticalHeader()->hide();
    setColumnCount(ColumnCount);
    setHorizontalHeaderLabels(
        {tr("Service"), tr("Keyway counted"), tr("Provider says"), tr("Compared"), tr("Why")});
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Why, QHeaderView::Stretch);
}

void AccountsTable::setAccounts(const AccountsOfMonth &accounts)
{
    setRowCount(static_cast<int>(accounts.accounts.size()));
    int row = 0;
    for (const AccountFigures &account : accounts.accounts) {
        const auto put = [&](Column column, const QString &text) {
            auto *item = new QTableWidgetItem(text);
            const bool figure = column == Ours || column == Theirs;
            item->setTextAlignment((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            item->setToolTip(text);
            setItem(row, column, item);
        };
        put(Service, account.name);
        put(Ours, words::requestMoney(account.ours));
        put(Theirs, account.theirs ? words::requestMoney(*account.theirs) : QString());
        put(Says, serviceSaysWord(account.says));
        put(Why, account.why);
        ++row;
    }
    resizeRowsToContents();
}

} // namespace keyway
