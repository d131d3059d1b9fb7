#include "keydialogs.h"

#include "ui/widgets/keyfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/resultline.h"
#include "ui/words/admin.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

QString nameOfKey(const PlatformKey &key, const QHash<QString, QString> &services)
{
    return key.label.isEmpty() ? services.value(key.service, key.service) : key.label;
}

PlatformKeyDialog::PlatformKeyDialog(const QString &title, const QString &words,
                                     const QString &button, AdminBackend *backend, QWidget *parent)
    : Dialog(parent)
    , m_backend(backend)
    , m_grid(new QGridLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setSpacing(12);
    auto *explained = new TextLabel(words, TextStyle::Body, Token::TextSecondary, inside);
    explained->setWordWrap(true);
    column->addWidget(explained);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    m_result = new ResultLine(inside);
    column->addWidget(m_result);
    column->addStretch(1);
    setContent(inside);
    connect(addButton(tr("Cancel")), &QPushButton::clicked, this, &QDialog::reject);
    m_go = addButton(button, ButtonKind::Primary);
    setDefaultButton(m_go);
    connect(m_go, &QPushButton::clicked, this, &PlatformKeyDialog::go);
    resizeForText({560, 340});
}

PlatformKeyDialog::PlatformKeyDialog(const QHash<QString, QString> &names, AdminBackend *backend,
                                     QWidget *parent)
    : PlatformKeyDialog(tr("Add a key"),
                        tr("A key of the platform itself, for the free tier alone. The server "
                           "seals it; nothing gives it out again."),
                        tr("Add the key"), backend, parent)
{
    m_service = new QComboBox(content());
    m_service->setAccessibleName(tr("Service"));
    QList<std::pair<QString, QString>> sorted;
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        sorted.append({*it, it.key()});
    std::sort(sorted.begin(), sorted.end());
    for (const auto &[name, id] : std::as_const(sorted))
        m_service->addItem(name, id);
    m_label = new QLineEdit(content());
    m_label->setAccessibleName(tr("Label"));
    m_label->setPlaceholderText(tr("free tier"));
    m_label->setMaxLength(100);
    m_address = new QLineEdit(content());
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(tr("the service's own"));
    addRow(tr("Service"), m_service);
    addRow(tr("Label"), m_label);
    addRow(tr("Address"), m_address);
    makeKeyField();
}

PlatformKeyDialog::PlatformKeyDialog(const PlatformKey &old, AdminBackend *backend, QWidget *parent)
    : PlatformKeyDialog(tr("Replace the key"),
                        tr("The new key is used from now on, and the old one is deleted from the "
                           "server. Withdraw it at the service, too."),
                        tr("Replace the key"), backend, parent)
{
    m_old = old;
    makeKeyField();
}

void PlatformKeyDialog::addRow(const QString &label, QWidget *field)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(new TextLabel(label, TextStyle::Body, Token::TextSecondary, content()), row,
                      0);
    m_grid->addWidget(field, row, 1);
}

void PlatformKeyDialog::makeKeyField()
{
    m_key = new KeyField(KeyEdit::Kind::Key, tr("Key"), content());
    addRow(tr("Key"), m_key);
    connect(m_key, &KeyField::changed, this, &PlatformKeyDialog::check);
    connect(m_key, &KeyField::returnPressed, this, &PlatformKeyDialog::go);
    check();
}

void PlatformKeyDialog::check()
{
    m_go->setEnabled(!m_busy && !m_key->isEmpty());
}

void PlatformKeyDialog::go()
{
    if (!m_go->isEnabled())
        return;
    m_busy = true;
    check();
    m_result->show(Status::Info, tr("The server seals the key…"));
    const auto done = [this](const Result<Done> &result) {
        if (result)
            return accept();
        m_busy = false;
        check();
        m_result->show(Status::Down, words::adminErrorWords(result.error()));
    };
    if (m_old)
        return m_backend->rotatePlatformKey(m_old->id, m_key->secret(), this, done);
    m_backend->addPlatformKey({m_service->currentData().toString(), m_label->text().trimmed(),
                               m_address->text().trimmed()},
                              m_key->secret(), this, done);
}

RetireKeyDialog::RetireKeyDialog(const PlatformKey &key, const QString &name, AdminBackend *backend,
                                 QWidget *parent)
    : Dialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Retire the key"));
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setSpacing(12);
    auto *words = new TextLabel(
        tr("The key is deleted from the server for good, and the free tier of its service stops "
           "where there is no other. What it was used for stays. Type “%1” to retire it.")
            .arg(name),
        TextStyle::Body, Token::TextSecondary, inside);
    words->setWordWrap(true);
    column->addWidget(words);
    m_typed = new QLineEdit(inside);
    m_typed->setAccessibleName(tr("Name of the key"));
    column->addWidget(m_typed);
    m_result = new ResultLine(inside);
    column->addWidget(m_result);
    column->addStretch(1);
    setContent(inside);
    QPushButton *keep = addButton(tr("Keep it"));
    setDefaultButton(keep);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    m_go = addButton(tr("Retire"), ButtonKind::Danger);
    m_go->setEnabled(false);
    connect(m_typed, &QLineEdit::textChanged, this,
            [this, name](const QString &text) { m_go->setEnabled(text.trimmed() == name); });
    connect(m_go, &QPushButton::clicked, this, [this, backend, id = key.id] {
        m_go->setEnabled(false);
        backend->retirePlatformKey(id, this, [this](const Result<Done> &done) {
            if (done)
                return accept();
            m_result->show(Status::Down, words::adminErrorWords(done.error()));
            m_go->setEnabled(true);
        });
    });
    resizeForText({480, 260});
}

} // namespace keyway
