#include "keyspage.h"

#include "ui/admin/admintable.h"
#include "ui/admin/figurecard.h"
#include "ui/admin/keydialogs.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownDigits = 8;

/// As people compare them: 7c1e:40aa
QString fingerprint(const QByteArray &digits, qsizetype count)
{
    QString text = QString::fromLatin1(digits.left(count));
    for (qsizetype at = 4; at < text.size(); at += 5)
        text.insert(at, u':');
    return text;
}

} // namespace

KeysPage::KeysPage(AdminBackend *backend, const QHash<QString, QString> &serviceNames,
                   std::function<QDateTime()> now, QWidget *parent)
    : AdminPage(tr("System Keys"), backend, parent)
    , m_names(serviceNames)
    , m_now(std::move(now))
    , m_add(header()->setPrimary(tr("Add a key"), u"plus"_s))
    , m_table(new AdminTable(tr("Keys"),
                             {tr("Key"), tr("Label"), tr("Fingerprint"), tr("Last used"),
                              tr("Uses"), tr("Spent"), tr("Status")},
                             content()))
    , m_card(new TitledCard(tr("Chosen key"), content()))
    , m_facts(new TextLabel({}, TextStyle::Body, Token::TextSecondary, m_card))
    , m_replace(new QPushButton(tr("Replace…"), m_card))
    , m_retire(new QPushButton(tr("Retire…"), m_card))
{
    header()->setSubtitle(tr("The platform's own keys; users' keys are not among them"));
    m_table->setRightColumns({4, 5});
    m_facts->setWordWrap(true);
    m_card->setMinimumWidth(forText(240));
    m_card->column()->addWidget(m_facts);
    m_card->column()->addStretch(1);
    setKind(m_retire, ButtonKind::DangerText);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_replace);
    buttons->addStretch(1);
    buttons->addWidget(m_retire);
    m_card->column()->addLayout(buttons);
    auto *left = new QVBoxLayout;
    left->addWidget(m_table);
    left->addStretch(1);
    QBoxLayout *row = addRow(1);
    row->addLayout(left, 3);
    row->addWidget(m_card, 1);

    connect(m_table, &QTableWidget::currentCellChanged, this, &KeysPage::showKey);
    connect(m_add, &QPushButton::clicked, this, &KeysPage::openAdd);
    connect(m_replace, &QPushButton::clicked, this, &KeysPage::openReplace);
    connect(m_retire, &QPushButton::clicked, this, &KeysPage::openRetire);
    addPageAction(tr("Add a key"), QKeySequence::New, [this] { openAdd(); });
}

void KeysPage::reload()
{
    setAsking(tr("Reading the list of keys…"));
    backend()->platformKeys(this, [this](const Result<QList<PlatformKey>> &keys) {
        if (!keys)
            return showProblem(keys.error());
        if (keys->isEmpty())
            return showEmpty(tr("The platform has no key of its own"),
                             tr("With one, a free tier can answer people who have no key yet. "
                                "Everybody else uses keys of their own, which stay with them."));
        fill(*keys);
        showContent();
    });
}

void KeysPage::fill(const QList<PlatformKey> &keys)
{
    m_keys = keys;
    const QDateTime now = m_now().toLocalTime();
    m_table->setRowCount(int(keys.size()));
    int row = 0;
    for (int i = 0; i < keys.size(); ++i) {
        const PlatformKey &key = keys.at(i);
        m_table->putService(i, 0, key.service, m_names.value(key.service, key.service));
        m_table->put(i, 1, key.label);
        m_table->put(i, 2, fingerprint(key.fingerprint, shownDigits));
        m_table->put(
            i, 3, key.lastUsedAt ? words::moment(key.lastUsedAt->toLocalTime(), now) : tr("never"));
        m_table->put(i, 4, words::count(key.uses));
        m_table->put(i, 5, words::money(key.spent));
        if (key.retiredAt)
            m_table->putPill(i, 6, Status::Disabled, tr("Retired"));
        else if (key.enabled)
            m_table->putPill(i, 6, Status::Active, tr("Active"));
        else
            m_table->putPill(i, 6, Status::Disabled, tr("Disabled"));
        if (key.id == m_chosen)
            row = i;
    }
    m_table->fit();
    m_table->setCurrentCell(row, 0);
    showKey(row);
}

const PlatformKey *KeysPage::chosen() const
{
    for (const PlatformKey &key : m_keys) {
        if (key.id == m_chosen)
            return &key;
    }
    return nullptr;
}

void KeysPage::showKey(int row)
{
    if (row < 0 || row >= m_keys.size())
        return;
    const PlatformKey &key = m_keys.at(row);
    m_chosen = key.id;
    const QString name = nameOfKey(key, m_names);
    const QDateTime now = m_now().toLocalTime();
    const auto on = [&now](const QDateTime &at) { return words::moment(at.toLocalTime(), now); };
    QStringList lines{tr("Fingerprint: %1").arg(fingerprint(key.fingerprint, 16)),
                      tr("Added: %1", "date").arg(on(key.addedAt))};
    if (!key.baseUrl.isEmpty())
        lines.append(tr("Address: %1").arg(key.baseUrl));
    if (key.rotatedAt)
        lines.append(tr("Replaced: %1", "date").arg(on(*key.rotatedAt)));
    if (key.retiredAt)
        lines.append(tr("Retired: %1", "date").arg(on(*key.retiredAt)));
    lines.append(tr("The server has it sealed. Nothing shows it again."));
    m_facts->setText(lines.join(u"\n\n"_s));
    m_card->setNote(name);
    m_replace->setEnabled(!key.retiredAt);
    m_retire->setEnabled(!key.retiredAt);
    m_replace->setAccessibleName(tr("Replace %1").arg(name));
    m_retire->setAccessibleName(tr("Retire %1").arg(name));
}

void KeysPage::openAdd()
{
    auto *dialog = new PlatformKeyDialog(m_names, backend(), window());
    connect(dialog, &QDialog::accepted, this, &KeysPage::reload);
    dialog->open();
}

void KeysPage::openReplace()
{
    const PlatformKey *key = chosen();
    if (!key || key->retiredAt)
        return;
    auto *dialog = new PlatformKeyDialog(*key, backend(), window());
    connect(dialog, &QDialog::accepted, this, &KeysPage::reload);
    dialog->open();
}

void KeysPage::openRetire()
{
    const PlatformKey *key = chosen();
    if (!key || key->retiredAt)
        return;
    auto *dialog = new RetireKeyDialog(*key, nameOfKey(*key, m_names), backend(), window());
    connect(dialog, &QDialog::accepted, this, &KeysPage::reload);
    dialog->open();
}

QWidget *KeysPage::firstFocus() const
{
    return m_table;
}

void KeysPage::drop()
{
    m_keys.clear();
    m_table->setRowCount(0);
    m_facts->clear();
    m_card->setNote({});
}

} // namespace keyway
