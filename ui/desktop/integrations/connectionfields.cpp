#include "ui/desktop/integrations/connectionfields.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/labels.h"
#include "ui/words/errors.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {

using Way = ConnectionPolicy::Way;

namespace {

TextLabel *label(const QString &text, QWidget *parent)
{
    return new TextLabel(text, TextStyle::Body, Token::TextSecondary, parent);
}

TextLabel *hint(const QString &text, QWidget *parent)
{
    auto *words = new TextLabel(text, TextStyle::Small, Token::TextMuted, parent);
    words->setWordWrap(true);
    return words;
}

} // namespace

ConnectionFields::ConnectionFields(const ConnectionPolicy &policy, QWidget *parent)
    : QWidget(parent)
    , m_before(policy)
    , m_disclosure(new Disclosure(tr("Connection"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_disclosure);
    m_disclosure->setContent(makeContent());
    m_disclosure->setExpanded(!policy.isDefault());
    adapt();
    connect(m_way, &QComboBox::currentIndexChanged, this, &ConnectionFields::adapt);
    connect(m_address, &QLineEdit::textChanged, this, &ConnectionFields::adapt);
    connect(m_caFile, &QLineEdit::textChanged, this, &ConnectionFields::adapt);
    connect(m_browse, &QPushButton::clicked, this, &ConnectionFields::browse);
}

QWidget *ConnectionFields::makeContent()
{
    auto *content = new QWidget(m_disclosure);
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    m_way = new QComboBox(content);
    m_way->addItem(tr("No proxy"), int(Way::Direct));
    m_way->addItem(tr("As the system says"), int(Way::System));
    m_way->addItem(tr("A proxy of its own"), int(Way::Proxy));
    m_way->setCurrentIndex(m_way->findData(int(m_before.way)));
    m_way->setAccessibleName(tr("Proxy"));
    grid->addWidget(label(tr("Proxy"), content), 0, 0);
    grid->addWidget(m_way, 0, 1, Qt::AlignLeft);
    m_address = new QLineEdit(content);
    if (m_before.way == Way::Proxy)
        m_address->setText(m_before.proxyText());
    m_address->setPlaceholderText(u"http://proxy.example.org:3128"_s);
    m_address->setAccessibleName(tr("Address of the proxy"));
    grid->addWidget(m_address, 1, 1);
    m_problem = new TextLabel({}, TextStyle::Small, Token::DangerText, content);
    m_problem->setWordWrap(true);
    grid->addWidget(m_problem, 2, 1);
    grid->addWidget(hint(tr("The proxy learns which service is asked, but sees neither the key nor "
                            "the prompt. Services on this computer are asked without it."),
                         content),
                    3, 1);

    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->setContentsMargins(0, 0, 3, 0); // for the ring of the last button
    m_caFile = new QLineEdit(m_before.caFile, content);
    m_caFile->setPlaceholderText(tr("The system's certificates only"));
    m_caFile->setAccessibleName(tr("Certificate file"));
    m_browse = new QPushButton(tr("Choose…"), content);
    m_browse->setAccessibleName(tr("Choose a certificate file"));
    m_browse->setAutoDefault(false);
    row->addWidget(m_caFile, 1);
    row->addWidget(m_browse);
    grid->addWidget(label(tr("Certificate file"), content), 4, 0);
    grid->addLayout(row, 4, 1);
    grid->addWidget(hint(tr("In PEM format: whoever is certified by it can read what you send, so "
                            "only choose one that you were given by people you trust. It holds for "
                            "this integration alone."),
                         content),
                    5, 1);
    return content;
}

Result<ConnectionPolicy> ConnectionFields::read() const
{
    ConnectionPolicy policy;
    policy.way = Way(m_way->currentData().toInt());
    if (policy.way == Way::Proxy) {
        const QString address = m_address->text().trimmed();
        // Its two other words are choices of their own here.
        const bool isWord = address == "none"_L1 || address == "system"_L1;
        if (const Result<Done> set = policy.setProxy(isWord ? QString() : address); !set)
            return set.error();
    }
    const QString file = m_caFile->text().trimmed();
    policy.caFile = file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath();
    return policy;
}

ConnectionPolicy ConnectionFields::policy() const
{
    const Result<ConnectionPolicy> entered = read();
    return entered ? *entered : m_before;
}

bool ConnectionFields::isValid() const
{
    return read().ok();
}

QString ConnectionFields::problem() const
{
    const Result<ConnectionPolicy> entered = read();
    return entered ? QString() : words::errorWords(entered.error()).sentence();
}

void ConnectionFields::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose a certificate file"),
                                   QFileInfo(m_caFile->text()).absolutePath(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

void ConnectionFields::adapt()
{
    const bool own = Way(m_way->currentData().toInt()) == Way::Proxy;
    m_address->setVisible(own);
    // An empty field is no mistake yet, but nothing that can be saved.
    const QString words = problem();
    const bool wrong = !words.isEmpty() && !m_address->text().trimmed().isEmpty();
    setErrorState(m_address, wrong);
    m_problem->setText(words);
    m_problem->setVisible(wrong);
    Q_EMIT changed();
}

} // namespace keyway
